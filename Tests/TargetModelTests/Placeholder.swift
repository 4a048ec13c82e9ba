// Tests of TargetModel.
