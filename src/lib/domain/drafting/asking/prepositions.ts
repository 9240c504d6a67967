/** Prepositions before a place that "where" stands for whole. */
export const PLACE_PREPOSITIONS = new Set(
	'in at near inside outside on around throughout across within'.split(' ')
);

/** "Where" also stands for these, behind a verb of moving. */
export const GOAL_PREPOSITIONS = new Set('to into'.split(' '));

/** Verbs of going and bringing somewhere. */
export const MOVING_VERBS = new Set(
	'go come return move travel fly bring take send flee arrive march transfer deport migrate emigrate head drive walk run sail carry deliver relocate transport evacuate retreat withdraw escape lead extend'.split(
		' '
	)
);

/** Prepositions that may stand alone at the end: "What was he charged with?" */
export const STRANDED = new Set(
	'with by for about against from on to at into as in under over through between among towards'.split(
		' '
	)
);

/** These only follow their verb at once, else they may belong to the noun before them. */
export const CLOSE_ONLY = new Set(
	'for about against on to at into as in under over between of through with from'.split(' ')
);
