import { problemText } from '#lib/bank/problem-words.ts';
import type { Problem } from '#lib/bank/problems.ts';
import type { HintLine } from '#lib/components/base/hint-line.ts';
import { kindWord } from '#lib/components/kind-word.ts';
import type { Kind } from '#lib/bank/types.ts';
import type { Hint } from '#lib/domain/desk/live-checks.ts';
import { m } from '#lib/paraglide/messages.js';

type Wording = {
	[C in Hint['code']]?: (data: Extract<Hint, { code: C }>['data'], hint: Hint) => string;
};

/** Words of one's own for what an author meets on the desk; the rest is said as the checker says it. */
const WORDS: Wording = {
	empty: (_, hint) => emptyWords(hint),
	'answer-form': () => m.desk_hint_empty_answer(),
	'answer-in-question': (data) => m.desk_hint_answer_in_question(data),
	'answer-in-cue': (data) => m.desk_hint_answer_in_cue(data),
	'time-word': (data) => m.desk_hint_time_word(data),
	'bad-quantity': (data) => m.desk_hint_bad_quantity(data),
	'answer-kind': ({ kind }) =>
		kind === 'how-many'
			? m.desk_hint_answer_kind_figure()
			: m.desk_hint_answer_kind({ kind: kindWord(kind as Kind) }),
	'distractor-right': (data) => m.desk_hint_distractor_right(data),
	'distractor-repeated': (data) => m.desk_hint_distractor_repeated(data),
	'distractor-part': (data) => m.desk_hint_distractor_part(data),
	'near-miss-right': (data) => m.desk_hint_near_miss_right(data),
	'missing-explain': (_, { severity }) =>
		severity === 'must' ? m.desk_hint_missing_explain_must() : m.desk_hint_missing_explain(),
	'long-explain': (data) => m.desk_hint_long_explain(data),
	'too-long': (data) => m.desk_hint_too_long(data),
	'duplicate-question': ({ first }) => m.desk_hint_duplicate_question({ other: first }),
	'duplicate-answer': ({ first }) => m.desk_hint_duplicate_answer({ other: first }),
	'grave-open': () => m.desk_hint_grave_open(),
	'grave-form': () => m.desk_hint_grave_form(),
	'invented-figure': (data) => m.desk_hint_invented_figure(data),
	'bad-date': (data) => m.desk_hint_bad_date(data),
	'not-a-place': () => m.desk_hint_not_a_place(),
	'ambiguous-name': (data) => m.desk_hint_ambiguous_name(data),
	'circular-part': () => m.desk_hint_circular_part(),
	dangling: ({ what }) => (what === 'fact' ? m.desk_hint_dangling_fact() : m.desk_hint_dangling()),
	'lone-fact': () => m.desk_hint_lone_fact(),
	'repeated-fact': () => m.desk_hint_repeated_fact(),
	'few-distractors': ({ count }) =>
		count === 0 ? m.desk_hint_few_none() : m.desk_hint_few({ count }),
	'not-in-text': (data) => m.desk_hint_not_in_text(data),
	'no-question-mark': () => m.desk_hint_no_question_mark(),
	gap: () => m.desk_hint_gap()
};

const EMPTY: [RegExp, () => string][] = [
	[/^why/, m.desk_hint_empty_why],
	[/^ask/, m.desk_hint_empty_ask],
	[/^answer/, m.desk_hint_empty_answer],
	[/^title/, m.desk_hint_empty_title],
	[/^publisher/, m.desk_hint_empty_publisher],
	[/^date/, m.desk_hint_empty_date],
	[/^place/, m.desk_hint_empty_place]
];

function emptyWords({ field }: Hint): string {
	const words = EMPTY.find(([pattern]) => pattern.test(field))?.[1];
	return (words ?? m.desk_hint_empty)();
}

/** What a hint says. A key that is missing in a file is a field that is still empty here. */
function hintWords(hint: Hint): string {
	const isEmptyDate = hint.code === 'bad-date' && hint.data.value === '';
	if (hint.code === 'missing-key') {
		const field = hint.field === '' ? hint.data.key : `${hint.field}/${hint.data.key}`;
		return emptyWords({ ...hint, field });
	}
	if (isEmptyDate) return emptyWords(hint);
	const words = WORDS[hint.code] as ((data: Hint['data'], hint: Hint) => string) | undefined;
	return words ? words(hint.data, hint) : problemText(hint as Pick<Problem, 'code' | 'data'>);
}

/** Hints as lines, each said once; `askOf` gives the wording of a question that one points to. */
export function hintLines(
	hints: readonly Hint[],
	askOf: (questionId: string) => string
): HintLine[] {
	const lines = new Map<string, HintLine>();
	for (const hint of hints) {
		const isTwin = hint.code === 'duplicate-question' || hint.code === 'duplicate-answer';
		const told = isTwin ? ({ ...hint, data: { first: askOf(hint.data.first) } } as Hint) : hint;
		const text = hintWords(told);
		const isMust = hint.severity === 'must' || lines.get(text)?.isMust === true;
		lines.set(text, { text, isMust, ...(isMust && { sign: m.desk_hint_must() }) });
	}
	return [...lines.values()];
}
