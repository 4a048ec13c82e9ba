"""Opens a file in LibreOffice and saves it as another: libreoffice.py INPUT FORMAT FOLDER

FORMAT is what LibreOffice calls the output, such as xlsx, csv or pdf; the file of the input's name
appears in FOLDER. A profile of its own keeps runs apart from each other and from the user's.
"""

import pathlib
import subprocess
import sys
import tempfile

source, form, folder = sys.argv[1:]
with tempfile.TemporaryDirectory() as profile:
    run = subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore",
            "--convert-to", form, "--outdir", folder, source,
        ],
        capture_output=True, text=True, timeout=300, check=False,
    )
output = pathlib.Path(folder, pathlib.Path(source).with_suffix("." + form.partition(":")[0]).name)
if run.returncode != 0 or not output.exists():
    sys.exit(f"LibreOffice made no {output.name}: {run.stdout}{run.stderr}")
