// Tests of SpreadsheetML.
