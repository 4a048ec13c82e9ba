public import ArgumentParser
public import SourceText

extension Language: ExpressibleByArgument {}
