// Tests of Yilan.
