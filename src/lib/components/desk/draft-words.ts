import type { DropReason } from '#lib/domain/desk/types.ts';
import type { DraftFlag, DraftProblem, DraftReason } from '#lib/domain/drafting/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DraftDeed } from '#lib/state/desk-drafts.svelte.ts';
import type { ListedDraft } from '#lib/state/draft-choice.ts';

const DROP_WORDS: Record<DropReason, () => string> = {
	ungrammatical: m.draft_drop_ungrammatical,
	senseless: m.draft_drop_senseless,
	vague: m.draft_drop_vague,
	obvious: m.draft_drop_obvious,
	answer: m.draft_drop_answer,
	'question-word': m.draft_drop_question_word,
	format: m.draft_drop_format,
	'not-worth': m.draft_drop_not_worth
};

const FLAG_WORDS: Record<DraftFlag, () => string> = {
	cloze: m.draft_flag_cloze,
	'name-filled-in': m.draft_flag_name,
	undated: m.draft_flag_undated,
	clumsy: m.draft_flag_clumsy
};

const PROBLEM_WORDS: Record<DraftProblem['code'], () => string> = {
	empty: m.draft_none_empty,
	'too-short': m.draft_none_short,
	'not-english': m.draft_none_english,
	'too-long': m.draft_none_long,
	'no-sentences': m.draft_none_sentences
};

const RULE_WORDS = new Map<string, () => string>([
	['subject', m.draft_rule_subject],
	['object', m.draft_rule_object],
	['speaker', m.draft_rule_speaker],
	['figure', m.draft_rule_figure],
	['agent', m.draft_rule_agent],
	['owner', m.draft_rule_owner],
	['deed', m.draft_rule_deed],
	['role', m.draft_rule_name],
	['name', m.draft_rule_role],
	['position', m.draft_rule_role],
	['place', m.draft_rule_place],
	['preposition', m.draft_rule_preposition],
	['complement', m.draft_rule_complement],
	['location', m.draft_rule_location],
	['score', m.draft_rule_score],
	['belonging', m.draft_rule_belonging],
	['role-of', m.draft_rule_belonging],
	['tail', m.draft_rule_participle],
	['cloze', m.draft_rule_gap]
]);

const REASON_WORDS: Record<DraftReason, () => string> = {
	'names-its-subject': m.draft_reason_names,
	'names-nothing': m.draft_reason_nothing,
	'stands-alone': m.draft_reason_alone,
	'needs-the-report': m.draft_reason_needs,
	'says-enough': m.draft_reason_enough,
	'says-little': m.draft_reason_little,
	'time-bound': m.draft_reason_time,
	'telling-answer': m.draft_reason_telling,
	'thin-answer': m.draft_reason_thin,
	'clear-sentence': m.draft_reason_clear,
	'hard-sentence': m.draft_reason_hard,
	'good-sort': m.draft_reason_good,
	'risky-sort': m.draft_reason_risky
};

/** Moved by less than this a draft stands where it stood. */
const LEAST_SHIFT = 0.02;

/** Why a draft was dropped. */
export const reasonWord = (reason: DropReason) => DROP_WORDS[reason]();
/** What to look at before a draft is kept. */
export const flagWords = (flag: DraftFlag) => FLAG_WORDS[flag]();
/** Why a text gave no drafts. */
export const noDraftWords = (problem: DraftProblem | undefined) =>
	problem ? PROBLEM_WORDS[problem.code]() : m.draft_none_text();

/** What was just done to drafts. */
export function deedWords({ done, count }: DraftDeed): string {
	if (done === 'dropped') return m.draft_said_dropped();
	return count === 1 ? m.draft_said_kept() : m.draft_said_kept_many({ count });
}

const THIRDS = [m.draft_why_best, m.draft_why_middle, m.draft_why_last];

/** Why a draft was made and stands where it stands, a sentence each. */
export function whyWords(draft: ListedDraft): string[] {
	const { rule, kind, rank, source, shift, sentence, reasons = [] } = draft;
	const third = THIRDS[Math.min(2, Math.floor(rank * 3))];
	return [
		(RULE_WORDS.get(rule) ?? m.draft_rule_other)(),
		...(third ? [third()] : []),
		...reasons.map((reason) => REASON_WORDS[reason]()),
		...(sentence.paragraph === 1 ? [m.draft_why_early()] : []),
		...(kind === 'how-many' ? [m.draft_why_figure()] : []),
		...(source ? [m.draft_why_source()] : []),
		...(shift > LEAST_SHIFT ? [m.draft_why_liked()] : []),
		...(shift < -LEAST_SHIFT ? [m.draft_why_disliked()] : [])
	];
}
