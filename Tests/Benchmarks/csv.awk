# What somebody would write who has an evening: the official table to CSV, all quoting included.
# The right block is kept until the end, since its targets come after the left block's.
BEGIN { FS = "\t"; OFS = ","; printf "\357\273\277" }

function quoted(text) {
    if (text ~ /[",\n]/) {
        gsub(/"/, "\"\"", text)
        return "\"" text "\""
    }
    return text
}

function row(first,    line, i) {
    line = quoted($first)
    for (i = first + 1; i < first + 7; i++) line = line OFS quoted($i)
    return line
}

!found {
    if ($1 == "序号") {
        found = 1
        printf "%s\r\n", row(1)
    }
    next
}
$1 != "" { printf "%s\r\n", row(1) }
$8 != "" { right[count++] = row(8) }
END { for (i = 0; i < count; i++) printf "%s\r\n", right[i] }
