/** How a figure is hedged in a text. `exact` is a bare figure. */
export type Hedge =
	'exact' | 'about' | 'almost' | 'at-least' | 'more-than' | 'at-most' | 'less-than';

/** Classes of vague plurals: "tens of thousands" is a class of its own, not a number. */
export type VagueClass =
	| `${'dozens' | 'scores' | 'tens' | 'hundreds' | 'thousands' | 'millions' | 'billions'}${'' | '-of-thousands' | '-of-millions' | '-of-billions'}`
	| 'several'
	| 'few'
	| 'many';

/**
 * How much: one number, a span, or a vague plural. Percentages and fractions are shares from 0 to 1
 * with unit `share`. `other` is the second reading of an ambiguous figure: "250.000" is 250000 or 250.
 */
export type Amount =
	| { type: 'value'; value: number; other?: number }
	| { type: 'range'; low: number; high: number }
	| { type: 'vague'; vague: VagueClass };

/** A figure in a text: hedge, amount, what is counted ("people"), and of what ("of the dead"). */
export interface Quantity {
	hedge: Hedge;
	amount: Amount;
	/**
	 * Lower case, singular or plural as written, '' where none is given; `share` for percentages and
	 * fractions; the sign of a currency ("$") where it stands before the figure.
	 */
	unit: string;
	/** What a share is a share of, without the word "of": "whom", "the dead". */
	of?: string;
}

/** A figure and where it stands: UTF-16 offsets, end exclusive. */
export interface ScannedQuantity {
	quantity: Quantity;
	start: number;
	end: number;
}
