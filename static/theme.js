// Runs before the first paint, so that no page flashes in the wrong theme or size.
try {
	const root = document.documentElement;
	const theme = localStorage.getItem('recount:theme');
	if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
	const size = localStorage.getItem('recount:text-size');
	if (size) root.dataset.textSize = size;
} catch {
	// Storage is closed to us here: the system's theme and size stand.
}
