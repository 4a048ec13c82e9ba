import SourceText
import TargetModel
import TestSupport
import Testing

/// Which columns of two tables are one.
@Suite struct ColumnIdentityTests {
    @Test func meaningDecidesBeforeLabels() {
        let one = Column(.units, label: "责任单位")
        #expect(one.isSame(as: Column(.units, label: "牵头单位")))
        #expect(one.identity == Column(.units, label: "牵头单位").identity)
        #expect(!one.isSame(as: Column(nil, label: "责任单位")))
    }

    @Test func aLabelIsNoMeaningThatIsCalledSo() {
        let kept = Column(nil, label: Field.leader.key)
        let leader = Column(.leader, label: Field.leader.label)
        #expect(kept.key == leader.key)
        #expect(!kept.isSame(as: leader))
        #expect(kept.identity != leader.identity)
        let table = TargetTable(
            documents: [Document(file: "t.tsv")],
            columns: [kept, leader],
            text: TextStore(source: []),
            cells: [],
            origins: []
        )
        #expect(table.column(like: leader) == 1)
        #expect(table.column(like: kept) == 0)
        #expect(table.column(like: Column(nil, label: "备注")) == nil)
    }

    @Test func headersThatLookAlikeAreOneToPeopleOnly() {
        let (one, other) = (Column(nil, label: "备注"), Column(nil, label: "备 注"))
        #expect(one.identity == other.identity)
        #expect(!one.isSame(as: other))
    }
}
