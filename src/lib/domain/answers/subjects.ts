import type { NameType } from '#lib/bank/types.ts';
import { foldKey } from '#lib/text/fold.ts';
import { isParticle, isTitle, soundOf, type Sound } from '#lib/text/skeleton.ts';
import { lookAlikes } from './look-alikes.ts';
import type { AnswerKey, KeyName, KeyRival, RelatedName } from './types.ts';
import { wordingOf, type Wording } from './typos.ts';
import { contentStems, isCarrier } from './words.ts';

/** How something a learner may type stands to the answer. */
type Relation = 'answer' | 'rival' | 'whole' | 'acts-for' | 'part' | 'actor';

/** One spelling of a subject. */
export interface Spelling {
	key: string;
	/** The words that carry it: particles, small words and, for persons, titles dropped. */
	words: string[];
	/** Those words without spaces. */
	joined: string;
	sounds: Sound[];
	/** Its content, stemmed. */
	stems: string[];
	/** What may be misspelt: the whole, the carrying words, a person's surname. */
	wordings: Wording[];
}

/** Something a learner may type that the grader knows: an answer, a rival, a whole. */
export interface Subject {
	relation: Relation;
	/** As shown. */
	name: string;
	/** Absent where it is a text. */
	type?: NameType;
	role?: string;
	/** What it really answers, where it is a text. */
	tells?: string;
	spellings: Spelling[];
}

/** The words of a folded text that carry a name. */
export function carryingWords(words: string[], type?: NameType): string[] {
	const isPerson = type === 'person';
	const carrying = words.filter(
		(word) => !isParticle(word) && !(isPerson ? isTitle(word) : isCarrier(word))
	);
	return carrying.length > 0 ? carrying : words;
}

function wordingsOf(key: string, words: string[], type: NameType | undefined): Wording[] {
	const last = type === 'person' ? words.slice(-1) : [];
	return [...new Set([key, words.join(' '), ...last])].map(wordingOf);
}

/** Sounds and stems wait until a rule asks for them: names need no stems, texts no sounds. */
function spellingOf(key: string, type?: NameType): Spelling {
	const all = key.split(' ');
	const words = carryingWords(all, type);
	let sounds: Sound[] | undefined;
	let stems: string[] | undefined;
	return {
		key,
		words,
		joined: words.join(''),
		wordings: wordingsOf(key, words, type),
		get sounds() {
			return (sounds ??= words.map(soundOf));
		},
		get stems() {
			return (stems ??= contentStems(all));
		}
	};
}

function spellingsOf(texts: string[], type?: NameType): Spelling[] {
	const keys = new Set(texts.map(foldKey).filter((key) => key !== ''));
	return Array.from(keys, (key) => spellingOf(key, type));
}

function nameSubject(name: KeyName | RelatedName, relation: Relation): Subject {
	const spellings = spellingsOf([name.name, ...name.aliases], name.type);
	const role = 'role' in name && name.role ? { role: name.role } : {};
	return { relation, name: name.name, type: name.type, ...role, spellings };
}

function answersOf({ answer, accept }: AnswerKey): Subject[] {
	if (answer.form === 'names') return answer.names.map((name) => nameSubject(name, 'answer'));
	if (answer.form === 'name') {
		const subject = nameSubject(answer.name, 'answer');
		subject.spellings.push(...spellingsOf(accept, answer.name.type));
		return [subject];
	}
	const text = answer.form === 'text' ? answer.text : answer.quantity;
	return [{ relation: 'answer', name: text, spellings: spellingsOf([text, ...accept]) }];
}

/** The names of the answer. */
function answerNames({ answer }: AnswerKey): KeyName[] {
	if (answer.form === 'names') return answer.names;
	return answer.form === 'name' ? [answer.name] : [];
}

function rivalSubject(rival: KeyRival, answerIds: Set<string>): Subject {
	if (rival.form === 'text') {
		const { text, tells } = rival;
		const spellings = spellingsOf([text]);
		return { relation: 'rival', name: text, ...(tells && { tells }), spellings };
	}
	const { name } = rival;
	if (name.actsFor && answerIds.has(name.actsFor.id)) return nameSubject(name, 'actor');
	const isPart = name.partOf.some((whole) => answerIds.has(whole.id));
	return nameSubject(name, isPart ? 'part' : 'rival');
}

/** Everything a key knows by name, answers first; what is an answer or its whole is no rival. */
export function subjectsOf(key: AnswerKey): Subject[] {
	const names = answerNames(key);
	const answerIds = new Set(names.map((name) => name.id));
	const wholes = names.flatMap((name) => name.partOf).filter((whole) => !answerIds.has(whole.id));
	const actedFor = names
		.flatMap((name) => name.actsFor ?? [])
		.filter((one) => !answerIds.has(one.id));
	const known = new Set([...answerIds, ...[...wholes, ...actedFor].map((name) => name.id)]);
	const rivals = key.rivals.filter((rival) => rival.form === 'text' || !known.has(rival.name.id));
	const standing = names.flatMap(lookAlikes);
	return [
		...answersOf(key),
		...wholes.map((whole) => nameSubject(whole, 'whole')),
		...actedFor.map((name) => nameSubject(name, 'acts-for')),
		...[...rivals, ...standing].map((rival) => rivalSubject(rival, answerIds))
	];
}
