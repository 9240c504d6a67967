/** Measures that are written short behind a figure; the scanner reads whole words alone. */
export const SHORT_MEASURES = new Set(
	'km km2 km² m m2 m² cm mm kg g mg t lb lbs oz mi ft sq mph kph km/h kmh kw mw gw kwh ha acres bn mln tn °c °f c f degrees hz mhz ghz kb mb gb tb litres liters metres meters miles mi2 eur usd gbp euros dollars pounds cent cents points seats votes'.split(
		' '
	)
);

/** What may follow a short measure as a part of it: "sq mi", "mln EUR". */
export const SECOND_MEASURES = new Set(
	'mi km m ft miles feet eur usd gbp euros dollars'.split(' ')
);
