import { SEEING_VERBS } from '#lib/domain/drafting/clauses/word-lists.ts';
import type { TagRepair } from './tag-context.ts';

const NO_PARTICIPLE =
	/thing$|^(?:during|including|morning|evening|spring|king|ceiling|building|meeting|ring|string|wing|sibling|darling|pudding|earring|clothing|lightning)$/;

/** Behind these a base form is a verb. */
const TAKES_VERB =
	/^(?:make|let|help|have|see|hear|watch|feel|bid|dare|need|go|come|get|do|try|be)$/;

/** What is seen to happen, and what stands between two nouns. */
export const SEEN_REPAIRS: readonly TagRepair[] = [
	{
		name: '"-ing" behind those who are seen or heard is a verb: "showed miners digging tunnels"',
		applies: ({ word, before, beforeThat, after, words, at }) => {
			if (word.tag !== 'NOUN' && word.tag !== 'ADJ') return false;
			if (!/^\p{Ll}{2,}ing$/u.test(word.text) || NO_PARTICIPLE.test(word.text)) return false;
			const isMany = before?.tag === 'NOUN' && before.text.toLowerCase() !== before.lemma;
			const verb = /^(?:DET|ADJ|NUM)$/.test(beforeThat?.tag ?? '') ? words[at - 3] : beforeThat;
			const goesOn = /^(?:DET|ADP|NOUN|PRON|ADV|NUM|PROPN|ADJ)$/.test(after?.tag ?? '');
			return isMany && verb?.tag === 'VERB' && SEEING_VERBS.has(verb.lemma) && goesOn;
		},
		tag: 'VERB'
	},
	{
		name: 'a base form between a past and a bare noun is a noun: "fired tear gas"',
		applies: ({ word, before, after, afterThat }) => {
			const isBase = word.tag === 'VERB' && word.text === word.lemma;
			const isPast = before?.tag === 'VERB' && /ed$/.test(before.text);
			const isNoun = after?.tag === 'NOUN' && !/^(?:NOUN|VERB|AUX)$/.test(afterThat?.tag ?? '');
			return isBase && isPast && isNoun && !TAKES_VERB.test(before.lemma);
		},
		tag: 'NOUN'
	}
];
