// Tests of TargetFormats.
