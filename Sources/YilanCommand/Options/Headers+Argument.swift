public import ArgumentParser
public import Yilan

extension WritingOptions.Headers: ExpressibleByArgument {}
