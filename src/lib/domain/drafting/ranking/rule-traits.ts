import type { TraitTable } from './question-traits.ts';

const isOf =
	(...rules: string[]): TraitTable<string>[string] =>
	({ draft }) =>
		rules.includes(draft.rule);

/** How a draft was made, and of which sentence. */
export const RULE_TRAITS = {
	sure: ({ confidence }) => confidence,
	verySure: ({ confidence }) => confidence > 0.95,
	unsure: ({ confidence }) => confidence < 0.6,
	namedSource: ({ draft }) =>
		/^According to .*\p{Lu}/u.test(draft.question) && draft.source !== undefined,
	firstSentence: ({ draft }) => draft.sentence.start === 0,
	late: ({ position }) => position,
	commas: ({ sentence }) => Math.min(4, sentence.split(',').length - 1) / 4,
	longSentence: ({ sentence }) => sentence.split(/\s+/u).length > 30,
	ofSubject: isOf('subject'),
	ofObject: isOf('object'),
	ofPreposition: isOf('preposition', 'tail'),
	ofAgent: isOf('agent'),
	ofPlace: isOf('place', 'location'),
	ofComplement: isOf('complement'),
	ofSpeaker: isOf('speaker'),
	ofRole: isOf('role', 'role-of'),
	ofPosition: isOf('position'),
	ofName: isOf('name'),
	ofDeed: isOf('deed'),
	ofOwner: isOf('owner', 'belonging'),
	ofScore: isOf('score'),
	ofFigure: ({ draft }) => draft.kind === 'how-many',
	ofFigureUnnamed: ({ draft, names }) => draft.kind === 'how-many' && names.length === 0,
	ofSpeakerUnnamed: ({ draft, names }) => draft.rule === 'speaker' && names.length === 0,
	ofWho: ({ draft }) => draft.kind === 'who'
} as const satisfies TraitTable<string>;
