"""Opens files in LibreOffice and saves them as others: libreoffice.py INPUT... FORMAT FOLDER

FORMAT is what LibreOffice calls the output, such as xlsx, csv or pdf; the files of the
inputs' names appear in FOLDER. A profile of its own keeps runs apart from each other and from the user's.
"""

import pathlib
import subprocess
import sys
import tempfile

*sources, form, folder = sys.argv[1:]
with tempfile.TemporaryDirectory() as profile:
    run = subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore",
            "--convert-to", form, "--outdir", folder, *sources,
        ],
        capture_output=True, text=True, timeout=300, check=False,
    )
for source in sources:
    name = pathlib.Path(source).with_suffix("." + form.partition(":")[0]).name
    if run.returncode != 0 or not pathlib.Path(folder, name).exists():
        sys.exit(f"LibreOffice made no {name}: {run.stdout}{run.stderr}")
