import type { Grave, Kind, Name, NameType } from '#lib/bank/types.ts';
import { nameOf } from '#lib/domain/desk/find-names.ts';
import { guessType, isNameLike, roleOrGroup } from '#lib/domain/desk/guess-type.ts';
import { applyPatch, applyToNames, bothPatches } from '#lib/domain/desk/patch.ts';
import type {
	Desk,
	DeskAnswer,
	DeskFact,
	DeskPatch,
	DeskQuestion
} from '#lib/domain/desk/types.ts';
import { factOn } from './desk-selection.ts';
import type { DeskDraft } from './draft-places.ts';

/** What a person may change of a draft before keeping it. */
export interface DraftWording {
	kind: Kind;
	ask: string;
	answer: string;
}

interface Minting {
	names: readonly Name[];
	/** A fresh id that begins with a letter for its sort. */
	mint: (letter: 'f' | 'q' | 'n') => string;
}

interface Made {
	names: Name[];
	answer: DeskAnswer;
}

const WHO: NameType[] = ['person', 'role', 'group', 'organisation', 'country'];
const PLACES: NameType[] = ['country', 'city', 'district', 'landmark'];
const ASKED_TYPE = /^(?:in |to |from |at )?(?:which|what) (person|organisation|country|group)\b/iu;

/** A sentence that tells of people who were killed or hurt is treated soberly. */
const GRAVE_WORDS: [Grave, RegExp][] = [
	[
		'deaths',
		/\b(?:killed|dead|deaths?|died|dying|bod(?:y|ies)|casualties|massacred?|fatal(?:ly)?)\b/iu
	],
	['children', /\b(?:child(?:ren)?|bab(?:y|ies)|infants?)\b/iu],
	['injury', /\b(?:wounded|injur(?:ed|ies|y)|maimed|hurt)\b/iu]
];

/** The words of a draft as they stand before a person changes any. */
export function wordingOf({ kind, question, answer }: DeskDraft): DraftWording {
	return { kind, ask: question, answer: answer.form === 'text' ? answer.text : answer.quantity };
}

/** The patch that makes a draft an ordinary question, with the fact it asks about and the names it needs. */
export function keptDraft(
	desk: Desk,
	draft: DeskDraft,
	wording: DraftWording,
	{ names, mint }: Minting
): { patch: DeskPatch; questionId: string } {
	const known = factOn(desk, draft.sentence);
	const { fact, names: speakers } = known
		? { fact: known, names: [] }
		: newFact(desk, draft, { names, mint });
	const { answer, names: made } = answerOf(wording, { names: [...names, ...speakers], mint });
	const { id: factId, grave } = fact;
	const question = questionOf(draft, wording, { id: mint('q'), factId, answer, grave });
	const fresh = Object.fromEntries([...speakers, ...made].map((name) => [name.id, name]));
	return {
		questionId: question.id,
		patch: {
			questions: { [question.id]: question },
			...(!known && { facts: { [factId]: fact } }),
			...(Object.keys(fresh).length > 0 && { names: fresh })
		}
	};
}

/** The fact on a draft's sentence, with who says so. */
function newFact(
	desk: Desk,
	draft: DeskDraft,
	{ names, mint }: Minting
): { fact: DeskFact; names: Name[] } {
	const speaker = speakerOf(draft, { names, mint });
	const grave = graveOf(sentenceText(desk, draft));
	const fact: DeskFact = {
		id: mint('f'),
		sentence: draft.sentence,
		standing: draft.standing,
		when: '',
		text: '',
		...(speaker && { source: speaker.name.id }),
		...(grave && { grave })
	};
	return { fact, names: speaker?.isNew ? [speaker.name] : [] };
}

/** The patch that keeps several drafts as they are. */
export function keptDrafts(
	desk: Desk,
	drafts: readonly DeskDraft[],
	{ names, mint }: Minting
): DeskPatch {
	let now = { desk, names: Object.fromEntries(names.map((name) => [name.id, name])) };
	let all: DeskPatch = {};
	for (const draft of drafts) {
		const around = { names: Object.values(now.names), mint };
		const { patch } = keptDraft(now.desk, draft, wordingOf(draft), around);
		now = { desk: applyPatch(now.desk, patch), names: applyToNames(now.names, patch) };
		all = bothPatches(all, patch);
	}
	return all;
}

function questionOf(
	draft: DeskDraft,
	{ kind, ask, answer }: DraftWording,
	made: Pick<DeskQuestion, 'id' | 'factId' | 'answer'> & { grave: Grave | undefined }
): DeskQuestion {
	const { grave, ...parts } = made;
	const before = wordingOf(draft);
	const isEdited = before.ask !== ask || before.kind !== kind || before.answer !== answer;
	// A figure of the dead is typed: beside invented ones it would be a lure.
	const isBare = kind !== draft.kind || (kind === 'how-many' && grave !== undefined);
	return {
		...parts,
		kind,
		level: 'detail',
		ask: ask.trim(),
		span: draft.span,
		accept: [],
		distractors: isBare ? [] : [...draft.distractors],
		explain: '',
		draft: { id: draft.id, rule: draft.rule, ...(isEdited && { isEdited }) }
	};
}

/** What a kind of question is answered by: who by a name, how many by a figure. */
function answerOf({ kind, ask, answer }: DraftWording, { names, mint }: Minting): Made {
	const words = answer.trim();
	if (kind === 'how-many') return { names: [], answer: { form: 'quantity', quantity: words } };
	const known = nameOf(words, names);
	const fits = known && (kind !== 'where' || PLACES.includes(known.type));
	if (fits) return { names: [], answer: { form: 'name', name: known.id } };
	if (kind !== 'who' || words === '') return { names: [], answer: { form: 'text', text: words } };
	const name = nameFrom(words, mint('n'), ASKED_TYPE.exec(ask)?.[1]?.toLowerCase());
	return { names: [name], answer: { form: 'name', name: name.id } };
}

function nameFrom(words: string, id: string, asked: string | undefined): Name {
	const guessed = isNameLike(words) ? guessType(words, '') : (roleOrGroup(words) ?? 'group');
	const wanted = (asked as NameType | undefined) ?? guessed;
	const type = WHO.includes(wanted) ? wanted : 'organisation';
	return { id, name: words.replace(/^(?:the|an?) /iu, ''), type, aliases: [] };
}

function speakerOf(
	{ source }: DeskDraft,
	{ names, mint }: Minting
): { name: Name; isNew: boolean } | undefined {
	if (!source?.trim()) return undefined;
	const known = nameOf(source, names);
	return known
		? { name: known, isNew: false }
		: { name: nameFrom(source.trim(), mint('n'), undefined), isNew: true };
}

function sentenceText(desk: Desk, { sentence }: DeskDraft): string {
	const paragraph = desk.paragraphs.find(({ number }) => number === sentence.paragraph);
	return paragraph?.text.slice(sentence.start, sentence.end) ?? '';
}

const graveOf = (sentence: string) => GRAVE_WORDS.find(([, words]) => words.test(sentence))?.[0];
