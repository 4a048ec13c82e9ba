public import ArgumentParser
public import Yilan

extension Language: ExpressibleByArgument {}
