/// A table of four targets in two blocks, for tests that need no more.
enum SmallTable {
    /// The official file.
    static let text = """
        示例市人民政府2024年度责任目标完成情况一览表

        序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t是否按计划完成进度\t责任单位\t\
        序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t是否按计划完成进度\t责任单位
        1\t甲乙\t建成学校3所\t年底\t已建成3所\t是\t市教育局\t\
        3\t丙丁\t植树\t11月底\t已植树\t是\t市林业局
        2\t甲乙\t修路10公里\t6月底\t已修5公里\t否\t市交通局 市财政局\t\
        4\t丙丁\t办展会\t长期坚持\t\t\t市商务局

        """

    /// The same with a text beyond the header, which is an error.
    static var withError: String { text.replacing("市商务局", with: "市商务局\t多余") }
    /// The same with serial 1 twice, which is a warning.
    static var withDuplicate: String { text.replacing("3\t丙丁", with: "1\t丙丁") }
}
