/** Pronouns that stand for a whole noun phrase. */
export const PRONOUNS = new Set(
	'i you he she it we they me him us them himself herself itself themselves this that these those there someone everyone anyone nobody everybody something everything anything nothing one mine theirs his hers who whom whose what'.split(
		' '
	)
);

/** Pronouns that stand before a noun. */
export const OWNERS = new Set('my your his her its our their whose'.split(' '));

/** Words that open a clause depending on another. */
export const SUBORDINATORS = new Set(
	'because although though while when whenever where wherever if unless until since whereas once whether lest after before as than why how so'.split(
		' '
	)
);

/** A dependent clause after one of these still tells what happened. */
export const FACTUAL_SUBORDINATORS = new Set(
	'because although though while when since after before as whereas once'.split(' ')
);

/** Verbs that take another verb in "-ing" as their own: "began issuing". */
export const CHAIN_VERBS = new Set(
	'begin start stop finish keep continue end complete avoid consider risk help'.split(' ')
);

/** Pasts that are no participles, so that they stand without an auxiliary. */
export const PAST_ONLY = new Set(
	'began became came went took gave fell saw broke chose drew drove flew grew knew rose ran spoke threw wore wrote sang swam did arose forgot froze hid rode shook stole tore'.split(
		' '
	)
);

/** Verbs that take a person and a thing: "gave the team the lead". */
export const GIVING_VERBS = new Set(
	'give offer send award grant hand lend teach pay cost deal deny'.split(' ')
);

/** Verbs that take a clause, also without "that". */
export const THINKING_VERBS = new Set(
	'estimate suggest believe think claim argue fear assume conclude insist predict allege indicate'.split(
		' '
	)
);

/** Verbs that take a thing and what it is called: "called the strikes a violation". */
export const NAMING_VERBS = new Set(
	'call name dub proclaim declare label rename title christen term deem consider'.split(' ')
);

/** Verbs that take somebody and what they are doing: "showed men digging". */
export const SEEING_VERBS = new Set(
	'show see hear watch film photograph record depict feature picture spot find catch observe capture portray describe feel notice'.split(
		' '
	)
);

/** Words that belong to the verb before them: "broke down", "pulled out". */
export const PARTICLES = new Set('up out off down away back apart together forward'.split(' '));

/** Nouns that tell a time, so that a bare phrase of theirs is no object. */
export const TIME_NOUNS = new Set(
	'time moment second minute hour day night morning afternoon evening week weekend month year decade century season monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight spring summer autumn winter era age period date anniversary point'.split(
		' '
	)
);
