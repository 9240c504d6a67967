import { startSitting } from '#lib/domain/quiz/sitting.ts';
import type { Blueprint, Mode, Paper, Sitting } from '#lib/domain/quiz/types.ts';
import { refused, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import type { App } from './app.svelte.ts';

/** What of the app drawing and starting a quiz needs. */
export type StartApp = Pick<App, 'look' | 'sittings' | 'now' | 'newId'>;

/** What a new sitting is to be. */
interface QuizWish {
	/** As the history shows it. */
	title: string;
	mode: Mode;
	paper: Paper;
}

/** Fetches what draws papers: the assembler and the grader it asks, which no list need wait for. */
export const loadPapers = () => import('./quiz-papers.ts');

/** A paper of these questions alone, in practice of what was missed. */
export function blueprintOf(only: string[]): Blueprint {
	return { reports: [], length: only.length, levels: [], forms: [], grave: true, only };
}

/** Opens a sitting of a paper. `empty`: the bank gave no item for it. */
export async function startQuiz(
	app: StartApp,
	{ title, mode, paper }: QuizWish
): Promise<Outcome<Sitting, { code: 'empty' } | StoreProblem>> {
	if (paper.items.length === 0) return refused({ code: 'empty' });
	return app.sittings.create(startSitting({ id: app.newId(), title, mode, paper, now: app.now() }));
}
