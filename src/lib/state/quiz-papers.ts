import { assemblePaper } from '#lib/domain/quiz/assemble-paper.ts';
import { bankIndex } from '#lib/domain/quiz/bank-index.ts';
import { eligible, poolSize } from '#lib/domain/quiz/pool.ts';
import type { Blueprint, Paper } from '#lib/domain/quiz/types.ts';
import type { StartApp } from './quiz-start.ts';

/** How many questions a blueprint admits. */
export function countMatching({ look }: Pick<StartApp, 'look'>, blueprint: Blueprint): number {
	return poolSize(eligible(bankIndex(look.bank), blueprint));
}

/** Draws a paper; another one each time. */
export function drawPaper(app: Pick<StartApp, 'look' | 'newId'>, blueprint: Blueprint): Paper {
	return assemblePaper(app.look.bank, blueprint, app.newId());
}
