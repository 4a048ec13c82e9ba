# What can be done here. The work itself is in .ci/.

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="	" read -r name text; do \
		printf '  make %-9s %s\n' "$$name" "$$text"; done

demo: ## install what is missing, build, convert the sample into build-demo/
	@.ci/demo

test: ## install what is missing, lint, build, run every test
	@.ci/test

lint: ## check the layout of the code
	@.ci/lint

bench: ## measure yilan beside other tools
	@.ci/bench

fuzz: ## feed the readers damaged files for a minute each (SECONDS=60)
	@.ci/fuzz

gestures: ## do to workbooks what people do, in LibreOffice (ROUNDS=10)
	@.ci/gestures

library: ## build a package that depends on yilan, and run the library guide's examples
	@.ci/library

man: ## write the manual into build-man/
	@.ci/man

.PHONY: help demo test lint bench fuzz gestures library man
