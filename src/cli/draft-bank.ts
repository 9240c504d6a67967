import { createHash } from 'node:crypto';
import { groupBy } from '#lib/bank/group-by.ts';
import type { NamePiece, QuestionPiece } from '#lib/bank/schema.ts';
import type { SourceBank, SourceFact, SourceQuestion } from '#lib/bank/source.ts';
import { isNameLike, roleOrGroup } from '#lib/domain/desk/guess-type.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';

/** Stands where a person has to write: a bank file cannot do without. */
const PLACE: NamePiece = { id: 'place', name: 'Place of the report', type: 'city', aliases: [] };
/** Three are as many as a choice needs; fewer mean that it is typed. */
const LEAST_DISTRACTORS = 3;

function slugOf(text: string): string {
	const slug = text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return slug.slice(0, 60).replace(/-+$/, '') || 'source';
}

/** An id of a report of one's own: the same text gives the same. */
function reportIdOf(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	const lengths = [8, 4, 4, 4, 12];
	let at = 0;
	const parts = lengths.map((length) => hex.slice(at, (at += length)));
	return `r-${parts.join('-')}`;
}

function nameOf(text: string): NamePiece {
	const type = roleOrGroup(text) ?? (isNameLike(text) ? 'person' : 'group');
	return { id: slugOf(text), name: text, type, aliases: [] };
}

/** Who is answered by a name, as the bank wants it; everything else by its words. */
function answerOf({ kind, answer }: Draft): QuestionPiece['answer'] {
	const more = { accept: [], not: [] };
	if (answer.form === 'quantity') return { quantity: answer.quantity, ...more };
	return kind === 'who' ? { name: slugOf(answer.text), ...more } : { text: answer.text, ...more };
}

/** Every name that the drafts answer with or quote, once. */
function namesOf(drafts: readonly Draft[]): NamePiece[] {
	const texts = drafts.flatMap(({ kind, answer, source }) => [
		...(kind === 'who' && answer.form === 'text' ? [answer.text] : []),
		...(source ? [source] : [])
	]);
	return [...new Map(texts.map(nameOf).map((name) => [name.id, name])).values()];
}

function questionOf(draft: Draft, factId: string, at: number): SourceQuestion {
	const distractors = draft.distractors.length < LEAST_DISTRACTORS ? [] : draft.distractors;
	return {
		id: `${factId}/${draft.kind}-${at + 1}`,
		kind: draft.kind,
		level: 'detail',
		ask: draft.question,
		cue: undefined,
		answer: answerOf(draft),
		distractors,
		forms: undefined,
		explain: '',
		later: undefined,
		was: [],
		factIds: [factId]
	};
}

/**
 * Drafts as a bank of a report of one's own, a fact a sentence, to be edited by hand: explanations,
 * the facts' own words, title, date and place are still missing.
 */
export function draftBank(text: string, drafts: readonly Draft[]): SourceBank {
	const reportId = reportIdOf(text);
	const facts: SourceFact[] = [];
	const questions: SourceQuestion[] = [];
	const inOrder = [...drafts].sort((one, other) => one.sentence.start - other.sentence.start);
	for (const own of groupBy(inOrder, ({ sentence }) => String(sentence.start)).values()) {
		const [first] = own;
		if (!first) continue;
		const factId = `${reportId}/sentence-${facts.length + 1}`;
		const source = own.find((draft) => draft.source)?.source;
		const id = source && slugOf(source);
		const { standing, paragraph } = first;
		facts.push({
			id: factId,
			reportId,
			paragraph: paragraph + 1,
			source: id,
			standing,
			when: '',
			grave: undefined,
			text: ''
		});
		questions.push(...own.map((draft, at) => questionOf(draft, factId, at)));
	}
	const paragraphs = text.split('\n').filter((line) => line.trim() !== '').length;
	const report = {
		id: reportId,
		title: 'Title of the report',
		publisher: { name: 'Publisher', basis: 'stated' as const },
		date: { value: '2000', basis: 'inferred' as const },
		place: PLACE.id,
		paragraphs,
		notice: undefined,
		brief: { plain: [], full: [] },
		timeline: []
	};
	return {
		reports: [report],
		names: [PLACE, ...namesOf(drafts)],
		facts,
		comparisons: [],
		questions
	};
}
