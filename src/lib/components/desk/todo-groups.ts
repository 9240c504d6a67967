import { groupBy } from '#lib/bank/group-by.ts';
import type { Hint } from '#lib/domain/desk/live-checks.ts';
import type { DeskQuestion } from '#lib/domain/desk/types.ts';
import type { HintLine } from '#lib/components/base/hint-line.ts';
import { m } from '#lib/paraglide/messages.js';
import { answerText } from '#lib/state/desk-answer.ts';
import type { DeskWork } from '#lib/state/desk-work.svelte.ts';
import { partOf } from './form-parts.ts';
import { hintLines } from './hint-words.ts';

/** What is still to do in one place of the desk, and how to get there. */
export interface TodoGroup {
	key: string;
	title: string;
	lines: HintLine[];
	goal:
		| { to: 'question'; id: string; field: string }
		| { to: 'comparison'; id: string }
		| { to: 'about' }
		| { to: 'names' };
}

type Work = Pick<DeskWork, 'questions' | 'desk' | 'name' | 'names'>;

/** The question at which a hint is seen to: its own, or the first about its fact or comparison. */
function questionOf({ questions }: Work, hint: Hint): string | undefined {
	const { questionId, factId, comparisonId } = hint;
	if (questionId !== undefined) return questionId;
	if (factId !== undefined) return questions.find((each) => each.factId === factId)?.id;
	if (comparisonId === undefined) return undefined;
	return questions.find((each) => each.comparisonId === comparisonId)?.id;
}

/** How a question without a wording is called: by its answer and paragraph. */
function nameless({ desk, names }: Work, { answer, factId }: DeskQuestion): string {
	const paragraph = desk.facts[factId]?.sentence.paragraph;
	const place = typeof paragraph === 'number' ? m.desk_paragraph({ paragraph }) : '';
	return [answerText(answer, names) || m.desk_no_ask(), place].filter(Boolean).join(' · ');
}

function groupOf(work: Work, key: string, hints: Hint[]): TodoGroup {
	const lines = hintLines(hints, (id) => work.desk.questions[id]?.ask ?? '');
	const question = work.desk.questions[key];
	const first = hints[0];
	if (question && first) {
		const goal = { to: 'question', id: key, field: partOf(first) } as const;
		return { key, lines, goal, title: question.ask || nameless(work, question) };
	}
	const comparison = work.desk.comparisons?.[key];
	if (comparison) {
		const goal = { to: 'comparison', id: key } as const;
		return { key, lines, goal, title: comparison.why || m.desk_comparison() };
	}
	const name = work.name(key)?.name;
	return name === undefined
		? { key, lines, goal: { to: 'about' }, title: m.desk_head_title() }
		: { key, lines, goal: { to: 'names' }, title: m.desk_finish_name({ name }) };
}

/** What keeps a desk from being finished: the report first, then question by question, then names. */
export function todoGroups(work: Work, hints: readonly Hint[]): TodoGroup[] {
	const order = new Map(work.questions.map(({ id }, at) => [id, at]));
	const grouped = groupBy(
		hints,
		(hint) => questionOf(work, hint) ?? hint.comparisonId ?? hint.nameId ?? ''
	);
	const place = (key: string) => (key === '' ? -1 : (order.get(key) ?? order.size));
	return [...grouped]
		.sort(([a], [b]) => place(a) - place(b))
		.map(([key, those]) => groupOf(work, key, those));
}
