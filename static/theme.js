// Runs before the first paint, so that no page flashes in the wrong theme or size.
try {
	const root = document.documentElement;
	const theme = localStorage.getItem('recount:theme');
	if (theme === 'light' || theme === 'dark') {
		root.dataset.theme = theme;
		const metas = [...document.querySelectorAll('meta[name="theme-color"]')];
		const chosen = metas.find((meta) => meta.media.includes(theme));
		for (const meta of metas) meta.content = chosen.dataset.own;
	}
	const size = localStorage.getItem('recount:text-size');
	if (size) root.dataset.textSize = size;
} catch {
	// Storage is closed to us here: the system's theme and size stand.
}
