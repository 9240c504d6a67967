import type { Draft, DraftFlag } from '#lib/domain/drafting/types.ts';
import type { Proposal } from './proposal.ts';
import { isWithin, overlaps, type Reading, type Replacement } from './reading.ts';
import { withOpening } from '#lib/domain/drafting/asking/wording/opening.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

/** "About 70 were killed yesterday": without its day a figure says more than the report. */
function lostDay({ replacements }: Reading, { kind, used }: Proposal): boolean {
	const isLeftOut = (each: Replacement) =>
		each.text === '' && used.some((range) => overlaps(range, each));
	return kind === 'how-many' && replacements.some(isLeftOut);
}

function flagsOf(reading: Reading, proposal: Proposal): DraftFlag[] {
	const { replacements, undated } = reading;
	const { used } = proposal;
	const isUsed = (why: string) =>
		replacements.some((each) => each.why === why && used.some((range) => isWithin(each, range)));
	const flags: DraftFlag[] = [];
	if (isUsed('name')) flags.push('name-filled-in');
	const isUndated = undated.some((range) => used.some((each) => overlaps(range, each)));
	if (isUndated || lostDay(reading, proposal)) flags.push('undated');
	return flags;
}

/** The words of the text between two words, both inclusive. */
function spanOf({ sentence }: Reading, { answer }: Proposal) {
	const start = sentence.words[answer.first]?.start ?? sentence.start;
	return { start, end: sentence.words[answer.last]?.end ?? start };
}

/** Who holds which office, and where a place lies, is the report's own word also within a claim. */
const OWN_VOICE = new Set(['role', 'role-of', 'name', 'position', 'location']);

/** What the report says itself, also in a sentence that tells somebody's words. */
function isOwnVoice({ sentence }: Reading, { rule, used }: Proposal): boolean {
	const { own } = sentence.attribution ?? {};
	return OWN_VOICE.has(rule) || (own !== undefined && used.every((range) => isWithin(range, own)));
}

/** Who says what a question asks about; nothing where the report says it itself. */
function sourceOf(reading: Reading, proposal: Proposal): string | undefined {
	const { attribution, speaker } = reading.sentence;
	if (isOwnVoice(reading, proposal)) return undefined;
	return attribution ? render(reading, attribution.source) : speaker;
}

/** Whether a question has to name its source: it asks about what is claimed, and does not name it yet. */
function wantsSource(
	reading: Reading,
	{ rule, used, question }: Proposal,
	source: string
): boolean {
	const { attribution } = reading.sentence;
	const isClaimed = !attribution || used.some((range) => overlaps(range, attribution.claim));
	if (rule === 'speaker' || !isClaimed || question.includes(source)) return false;
	return !/^(?:he|she|it|they|we|i)$/i.test(source);
}

/** "According to the army, how many …" */
function withSource(question: string, source: string): string {
	return `According to ${source}, ${question.charAt(0).toLowerCase()}${question.slice(1)}`;
}

function standingOf(reading: Reading, proposal: Proposal): Draft['standing'] {
	const { sentence } = reading;
	if (proposal.rule === 'speaker' || isOwnVoice(reading, proposal)) return 'stated';
	return sentence.attribution?.standing ?? (sentence.speaker ? 'claimed' : 'stated');
}

function answerOf(kind: Draft['kind'], answer: string): Draft['answer'] {
	return kind === 'how-many'
		? { form: 'quantity', quantity: answer }
		: { form: 'text', text: answer };
}

/** A draft of a proposal, not yet scored. */
export function makeDraft(reading: Reading, proposal: Proposal): Draft {
	const { sentence, text } = reading;
	const { kind, rule } = proposal;
	const question = withOpening(reading, proposal);
	const span = spanOf(reading, proposal);
	const source = sourceOf(reading, proposal);
	const isNamed = source !== undefined && wantsSource(reading, proposal, source);
	return {
		kind,
		question: isNamed ? withSource(question, source) : question,
		answer: answerOf(kind, text.slice(span.start, span.end)),
		answerSpan: span,
		sentence: { start: sentence.start, end: sentence.end },
		paragraph: sentence.paragraph,
		...(source && { source }),
		standing: standingOf(reading, proposal),
		rule,
		score: 0,
		flags: flagsOf(reading, proposal),
		distractors: []
	};
}
