public import ArgumentParser
public import TargetFormats

extension WritingOptions.Headers: ExpressibleByArgument {}
