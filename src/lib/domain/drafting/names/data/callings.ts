import { wordsOf } from './lists.ts';

/** Further words for what people do, are or belong to, singular, in lower case. */
export const CALLINGS = wordsOf(`
abbess abbot abductor abolitionist academic accomplice accuser achiever acolyte adherent adjudicator adjutant admirer
adolescent adopter adventurer adversary advocate aggressor aide-de-camp aircrewman alchemist alderman almoner alumna
alumnus anarchist anatomist ancestor anchorman anchorwoman animator announcer antagonist anthropologist antiquarian
apologist apostle appellant appraiser arbitrator aristocrat armourer arranger arsonist artillerist artilleryman
artisan assemblyman assessor auctioneer auditor authoritarian autocrat avenger aviator barber bard bargeman barmaid
barman baroness bartender bather battler beekeeper beggar believer benefactor biker biographer birdwatcher blacksmith
boatman boatswain bookkeeper bookmaker bookseller borrower bourgeois brewer brewmaster bricklayer brigadier buccaneer
buddy bully bureaucrat burgher burgomaster bursar butcher butler bystander cabbie caller cameraman camper canvasser
cardiologist carer cartographer cavalier cavalryman celebrant cellist centurion challenger chamberlain chauffeur
cheerleader chieftain chorister chronicler churchman churchwarden cinematographer claimant clansman classicist
classmate cleaner client clinician clown co-author co-defendant co-founder co-host co-owner co-pilot co-star co-worker
coastguard coastguardsman cobbler collaborator colonist colonizer combatant commandant commando commoner commuter
companion compatriot compiler complainant comrade concertmaster confectioner confederate confessor confidant conjurer
conqueror conquistador conscript conservationist conservative conservator consort constituent consul consultant
consumer contender contributor convener copilot copyist cornerback corsair cosmonaut costumer councilman councilwoman
counsel courtesan courtier cowboy craftsman crewmate crewmember croupier crusader cryptographer cultist curate curator
custodian customer cutthroat daredevil dauphin deacon deaconess dean debater debtor decorator defector delinquent
democrat demographer denier dependant deserter despot devotee diarist dignitary discoverer dissenter distiller diver
docent dockworker doorman dowager draftsman dramatist dressmaker drinker druid drunkard duelist dustman dweller
eavesdropper ecologist elector electrician embezzler emigrant emigre emissary enchanter enthusiast epidemiologist
equestrian escapee essayist ethnographer eunuch evangelical evangelist examinee examiner expat expatriate extremist
eyewitness falconer farmhand farmworker fascist father-in-law feminist ferryman festivalgoer fiance fiancee fiancé
fiancée fiddler finalist financier firebrand firstborn fisher flautist florist flutist follower forager forebear
forecaster forefather forerunner forester forger foundling freedman freelancer freemason freshman friar front-runner
frontman fullback fundamentalist fundraiser fusilier gambler gamekeeper gamer gangmaster gaucho genealogist geographer
gladiator glassblower godfather godmother godson goldsmith gondolier governess graduand grandparent granduncle
gravedigger grocer groundskeeper grower guardsman guerilla guerrilla guildsman gunner gunslinger guru hairdresser
hajji halfback handyman harpist harvester headhunter healer heavyweight heiress henchman herder herdsman heretic
hermit highlander highwayman hijacker hiker hitman hoarder homeowner homesteader hooligan horseman hotelier
householder housekeeper housemaid housewife humanist humanitarian humorist hurdler hussar hussite iconoclast idealist
ideologue illustrator imam impersonator imposter impostor impresario incumbent individual industrialist infantryman
infidel influencer informant informer innkeeper innovator inquisitor insider instigator intellectual intern
interrogator intruder invader invitee irishman ironmonger islander jailer janissary janitor jester jeweler jeweller
jihadi jockey joiner juggler junkie keynoter kingpin kinsman kinswoman knave lampooner lancer landowner lass lassie
latecomer laureate lawman layman layperson laywoman leaseholder legate legionary legionnaire lender leper
lexicographer liberal liberator licensee lightweight linebacker lineman linesman liquidator lithographer litigant
liturgist lobbyist locksmith lodger logger longshoreman looter loser loyalist lumberjack luminary lutenist lyricist
machinist madman magician magnate maharaja maiden mailman mamluk manservant manufacturer marauder marcher margrave
marksman marquess marquis marxist masseur masseuse mastermind matador matriarch matron mayoress medalist medallist
meddler mentor mercenary mermaid messenger metallurgist metalworker middleman midshipman midwife militiaman milkman
minstrel minuteman misfit mistress moderator modernist molester monarchist moneylender moralist mortician mountaineer
mufti mugger mujahid mullah multimillionaire muralist musher musicologist musketeer mutineer mystic nationalist
naturalist navigator nazi neonate neurologist neuroscientist neurosurgeon newborn newcomer newlywed newscaster
newsreader nobleman noblewoman nomad nominee non-believer nonagenarian nonbeliever noncombatant notary nutritionist
oarsman occupant occupier octogenarian oligarch ombudsman oncologist ophthalmologist optician orator ordinand organist
orthopaedist outcast outfielder outlaw outsider overlord overseer pacifist paediatrician paedophile pagan
palaeontologist paleontologist panelist panellist papist parachutist paraglider paralegal paramedic paramilitary
paratrooper pardoner parliamentarian parson partisan partygoer pastor pathologist patrician patriot patrolman payee
paymaster peacemaker peasant pedagogue peddler pediatrician percussionist perpetrator petitioner pharaoh pharmacist
philanthropist philologist pickpocket plaintiff plasterer playboy playmate playwright plebeian plotter plumber
plunderer podcaster polemicist pollster polymath pontiff populist porter postman postmaster potentate potter
practitioner preacher predecessor prefect prelate pretender prioress privateer prizewinner probationer proconsul
procurator prodigy profiteer profligate proletarian propagandist prophet prophetess proponent proprietor prospector
prostitute protagonist protege protestant protégé provocateur prowler psychic psychoanalyst publican publicist
puppeteer purchaser puritan quaker quarterback quartermaster racist raider railroader rambler rancher rapist rapper
ratepayer ravager realist recluse recruit recruiter redcoat refusenik regent registrar reservist respondent
restaurateur restorer retailer returnee reveler reveller reviewer revivalist revolutionary rhetorician rioter
romanticist rookie roommate rower royal royalist ruffian saboteur sacristan saddler salesman salesperson saleswoman
samaritan samurai sapper satirist satrap savior saviour saxophonist scapegoat scavenger sceptic schemer schoolboy
schoolchild schoolgirl schoolmaster schoolmate schoolteacher scientologist scoutmaster screenwriter scribe
scriptwriter scrutineer sculptress seafarer seaman seamstress secessionist seer seller semifinalist sensei separatist
serf serviceman servicewoman sex-worker shaman sharecropper shareholder sharpshooter shaykh shepherd shipbuilder
shipowner shipwright shoemaker shogun shooter showman showrunner signatory signer silversmith skateboarder skeptic
sleuth smoker snowboarder social-worker socialite sociologist solicitor soloist soothsayer sorcerer sorceress spearman
spinster sponsor sportsman sportsperson sportswoman spouse sprinter squatter stablehand stakeholder stalker stalwart
statistician steelworker stepbrother stepdaughter stepfather stepmother stepsister stepson steward stewardess
stockbroker stockholder stonecutter stonemason storyteller stowaway straggler strangler streetwalker strongman
stuntman subcontractor subscriber sufferer suitor summiteer sunbather supervisor supplicant suppressor supremacist
supremo surfer surrealist swordsman sympathiser sympathizer tackler tailback tallyman tanner taskmaster taxidermist
taxman taxpayer testator theologian theoretician therapist thinker thug timekeeper toastmaster torturer townsfolk
townsman traditionalist trafficker traitor transgressor trapper trendsetter trespasser tribesman triumvir trombonist
troubadour truant trucker trumpeter twin tycoon typist tyrant umpire undergraduate underling undersecretary understudy
undertaker unionist usher usurper vaccinator vagabond vagrant vaulter vegan vegetarian venturer verger veterinarian
vicar vice-captain vice-chairman vice-chancellor vigilante villain vintner viscount viscountess vizier voivode
volcanologist voyager vulcanologist wanderer watchmaker watchman watchmen weightlifter welder well-wisher whaler
whistle-blower whistleblower winger wingman witch wizard woodcarver woodcutter woodsman workaholic workman workmate
worshiper worshipper wunderkind xenophobe yachtsman yeoman yogi zealot
`);
