import { wordsOf } from './lists.ts';

/** Surnames that a report may use alone because everybody knows whose they are. */
export const SURNAMES = wordsOf(`
Obama Trump Biden Clinton Bush Reagan Kennedy Carter Eisenhower Roosevelt Truman Lincoln Jefferson Putin Yeltsin Gorbachev
Brezhnev Khrushchev Stalin Lenin Trotsky Medvedev Lavrov Zelensky Zelenskyy Poroshenko Lukashenko Assad Gaddafi Qaddafi Mubarak
Morsi Sisi Nasser Sadat Arafat Abbas Netanyahu Sharon Rabin Peres Begin Erdogan Erdoğan Atatürk Khomeini Khamenei Rouhani
Ahmadinejad Maliki Karzai Ghani Musharraf Bhutto Modi Gandhi Nehru Jinnah Suharto Duterte Marcos Mao Deng Abe Koizumi
Merkel Scholz Kohl Adenauer Hitler Himmler Goebbels Göring Bismarck Sarkozy Hollande Macron Mitterrand Chirac Napoleon
Berlusconi Renzi Mussolini Franco Rajoy Zapatero Salazar Tsipras Orban Orbán Tusk Juncker Barroso Havel Tito Milosevic
Karadzic Mladic Blair Thatcher Churchill Cameron Corbyn Starmer Farage Sturgeon Salmond Trudeau Harper Gillard Rudd Abbott
Turnbull Morrison Ardern Mandela Mbeki Zuma Mugabe Kagame Museveni Kenyatta Obasanjo Buhari Castro Chavez Chávez Maduro
Morales Lula Bolsonaro Rousseff Pinochet Perón Allende Romney McCain Palin Gore Pelosi Cheney Rumsfeld Kissinger
Snowden Assange Bolt Federer Nadal Djokovic Messi Ronaldo Beckham Maradona Pelé Schumacher Vettel Armstrong Phelps
Einstein Newton Galileo Kepler Copernicus Freud Marx Engels Kant Hegel Nietzsche Descartes Voltaire Rousseau Aristotle
Plato Socrates Shakespeare Dickens Tolstoy Dostoevsky Goethe Schiller Mozart Beethoven Bach Wagner Verdi Chopin Picasso
Rembrandt Michelangelo Leonardo Caesar Cleopatra Charlemagne Columbus Magellan Edison Zuckerberg Bezos Musk Gates Murdoch
`);
