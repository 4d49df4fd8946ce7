# The commands of this project; each one's work is in scripts/. `make demo` starts from Node.js, `make test` from Rust.

GOLD ?= ../shared/gold/dev

.PHONY: demo test pkg score scores bench page-figures train-claims train-antecedents

demo: ## serves the page on this machine and prints its address
	@scripts/set-up page
	@node scripts/serve.mjs

test: ## sets up what is missing and runs every check
	@scripts/set-up
	@scripts/check

pkg: ## builds pkg/, which is committed, from the sources
	@scripts/set-up
	@scripts/build-pkg pkg

score: ## scores the claims read in a folder of annotated texts: make score GOLD=FOLDER
	@scripts/score "$(GOLD)"

scores: ## writes today's figures into tests/scores.txt
	@scripts/set-up
	@mkdir -p build && node scripts/scores.mjs > build/scores.txt && mv build/scores.txt tests/scores.txt && cat tests/scores.txt

bench: ## reading speed in wasm, beside wink-nlp and compromise on the same text
	@scripts/set-up
	@node scripts/bench.mjs

page-figures: ## how fast the page draws and moves, written into tests/page/figures.txt
	@scripts/set-up
	@node tests/page/measure.mjs

train-claims: ## trains models/claims.bin on annotated passages and prints how well it reads those it has not seen
	@training/train-claims "$(abspath $(GOLD))"

train-antecedents: ## fits models/pronouns.tsv and models/groups.tsv to words whose meaning readers gave, and prints how often they are right
	@training/train-antecedents
