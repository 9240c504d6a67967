/** Prepositions before a place that "where" stands for whole. */
export const PLACE_PREPOSITIONS = new Set(
	'in at near inside outside on around throughout across within'.split(' ')
);

/** "Where" also stands for these, behind a verb of moving. */
export const GOAL_PREPOSITIONS = new Set('to into'.split(' '));

/** Verbs of going and bringing somewhere. */
export const MOVING_VERBS = new Set(
	'go come return move travel fly bring take send flee arrive march transfer deport migrate emigrate head drive walk run sail carry deliver relocate transport evacuate retreat withdraw escape lead extend throng flock rush hurry'.split(
		' '
	)
);

/** Prepositions that may stand alone at the end: "What was he charged with?" */
export const STRANDED = new Set(
	'with by for about against from on to at into as in under over through between among towards'.split(
		' '
	)
);

/** How sure a preposition is that follows a verb which is not known to take it. */
export const FREE: Readonly<Record<string, number>> = {
	with: 0.6,
	for: 0.6,
	from: 0.6,
	of: 0.5,
	about: 0.7,
	against: 0.7,
	between: 0.6,
	among: 0.5
};

/** Behind a thing these mostly belong to it, or tell when and how. */
export const FREE_ONLY = /^(?:in|on|at|over|under|through|between|among)$/;
