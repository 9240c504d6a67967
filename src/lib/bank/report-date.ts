/** Whether a text is a date as reports have one: `2016`, `2016-09` or `2016-09-24`. */
export function isReportDate(value: string): boolean {
	if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) return false;
	const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
