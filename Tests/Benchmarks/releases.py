"""What earlier releases measured: times as long as the C reference, by job.

Measured at 100,000 targets on idle machines with two cores. What a second core helps differs from
machine to machine, so each figure is the range of two of them, where both were measured.
"""

LAST = "0.1.0"
RATIOS = {
    "csv": "1.9-2.6", "jsonl": "2.4-3.1", "json": "11", "xlsx": "1.2-1.5",
    "xlsx-leaders": "0.76-0.91", "read": "2.3-3.2", "json-read": "14-17", "jsonl-read": "20-34",
    "summary": "7.2", "check": "7.5-10", "diff": "4.9", "apply-1": "4.0", "apply-10000": "7.0",
    "start-json": "11-13", "start-xlsx": "5.9",
}
