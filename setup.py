"""Which folders of the repository become which packages; everything else of the package stands in pyproject.toml.

The look and the guide lie where MkDocs looks for them, and go into the package from there.
"""

from setuptools import find_packages, setup

ELSEWHERE = {
    "noticeboard.editor": ".vscode",
    "noticeboard.guide": "docs/guide",
    "noticeboard_mkdocs.theme": "overrides",
}

setup(
    packages=[*find_packages("hooks"), *ELSEWHERE],
    package_dir={"": "hooks", **ELSEWHERE},
)
