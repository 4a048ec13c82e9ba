internal import ArgumentParser
public import Yilan

extension WritingOptions.Headers: Choice {}
