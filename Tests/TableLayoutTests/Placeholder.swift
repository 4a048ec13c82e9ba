// Tests of TableLayout.
