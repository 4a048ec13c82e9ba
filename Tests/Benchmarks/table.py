"""Makes official tables of any size out of the texts of a real one."""

import pathlib
import random
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Validators"))

import official

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN_NAMES = ["建国", "明"]
DIGITS = re.compile(r"[0-9]+")


def generate(sample, count, path, seed=2023):
    """Writes an official table of `count` targets in two blocks, like the sample's.

    Every number in a text becomes another of as many digits; 40 leaders; 5 in 100 behind schedule.
    """
    source = [list(target.texts.values()) for target in official.read(sample)[1]]
    draw = random.Random(seed)
    leaders = [surname + name for name in GIVEN_NAMES for surname in SURNAMES]

    def other_number(match):
        return str(draw.randrange(10 ** (len(match[0]) - 1), 10 ** len(match[0])))

    def target(index):
        _, _, objective, deadline, progress, _, units = source[index % len(source)]
        return "\t".join(
            [
                str(index + 1),
                leaders[index * len(leaders) // count],
                DIGITS.sub(other_number, objective),
                deadline,
                DIGITS.sub(other_number, progress),
                "否" if draw.random() < 0.05 else "是",
                units,
            ]
        )

    left = (count + 1) // 2
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("# 测试市人民政府2023年度经济社会发展责任目标完成情况一览表\n\n")
        file.write("\t".join(official.LABELS * 2) + "\n")
        blank = "\t" * (official.WIDTH - 1)
        rights = (target(index) for index in range(left, count))
        for index in range(left):
            file.write(target(index) + "\t" + next(rights, blank) + "\n")
