const words = `
a about above absolutely accept access account across actually add address advice after afternoon again against ago
agent air all almost alone already also although always am amazing an and annoying another answer answered any anyone
anything app appalling apart app application appointment appreciate are area around arrive arrived as ask asked asking at
attentive available average awesome away awful back bad bag balance bank be because become bed been before being below
best better between big bill billed billing bills bit book booked booking both bought box boring bring brilliant broken
broke brought business but buy by call called calling came can can't cancel cancelled cannot cap caps card cards care caring
catch change changed charge charged charges cheap cheaper check checked children choice choose clean cleaner clear
clinic close closed clothes cold come comes comfortable coming communication company compared complain complained
complaint complaints complete completely concern concerned confused confusing connect connection contact convenient
correct cost costs could couldn't courteous cover credit crowded customer customers customer's cut daily damage damaged
data date day days deal dealt debit decent delay delayed delays deliver delivered delivery deposit did didn't different
difficult dirty disappointed disappointing discount do doctor doctors does doesn't doing done don't down dreadful drive
driver drivers drop due during each early easier easily easy eat edit efficient either else email employee employees
empty end enjoy enjoyed enough entire error even evening ever every everyone everything exactly excellent except
exchange expect expected expensive experience explain explained extra extremely fair false family fantastic far fast
faster fault faulty fee feedback feel fees felt few file fill find fine first five fix fixed flight flights food for
forever forgot found four fraud free frequent fresh friday friend friendly friends from frozen frustrating full further
gave generally get gets getting give given giving glad go goes going gone good got great guys had half happen happened
happy hard has hasn't have haven't having he health hear heard heat held hello help helped helpful helping her here high
him his hold home honest hope horrible hospital hotel hour hours house how however huge i i'd i'll i'm i've idea if
immediately impressed improve improved in incorrect incompetent increase information informative informed instead
interest internet into invoice is isn't issue issues it it's item items its job joke just keep keeps kept kind kindly
kindness knew know knowledge knowledgeable known lack lacking lady large last late later leave leaving left less let
letter level lies like liked limit line listen listened listening little loan local log login long longer look looked
looking lost lot lots loud love loved lovely low lower made mail main make makes making man manage manager many
marvellous match may maybe me mean meal meals medicine meet message might mind mine minutes missed missing mistake
monday money month monthly months monopoly more morning most mostly move moved much must my myself n name near nearly need
needed needs never new next nice night no nobody noise noisy none nope not nothing notice now number nurse nurses
obvious of off offer offered often ok okay old on once one online only open opened opening option options or order
ordered orders other others our out outage outages outstanding over overall overcharged overpriced own package paid pain
paramedics parking part parts pass password patient patients pay paying payment payments people perfect perfectly person
personal phone pick place plan pleasant please pleased point polite poor possible post premium pretty price prices
pricing private pro probably problem problems process product products professional promised prompt promptly provide
provided pull purchase put quality question questions queue quick quicker quickly quiet quite rate rather reach read
ready really reason reasonable reassuring rebate receive received recently recommend refund refunded refunding register
reimburse reimbursed rejected reliable rental rep replaced reply report reset resolve resolved respect response return
returned review ride right road room rooms rude run safe said same satisfied saturday save say scam second see seem
seems seen send sent service services set several she ship shipped shop short should shouldn't show sick simple since
sit size sizes sleep slow slower small smart so some someone something sometimes soon sooner sorry speak speed speeds
spend spoke staff start started stay stayed still stolen stop store street stressful such sunday super superb supply
support sure swift switch system take taken takes taking talk team tell terrible than thank thankful thanks that that's
the their them then there there's these they they're thing things think this those thought through ticket time times to
today together told tomorrow too took top total towards track transfer travel treat treated treatment tried trip trouble
try trying tuesday turn two unable under understand understanding understood unfair unfriendly unhappy unhelpful until
up update upset us usage use used useful useless using usual usually very view visit wait waited waiting walk want
wanted ward was wasn't waste watch water way we wednesday week weekend weeks welcome welcoming well went were what when
where which while who whole why wi-fi wife will wish with within without woman won't wonderful work worked working works
worried worry worse worst worth would wouldn't wrong year years yes yesterday yet you your zero
`;

const shared = `
a am an as at bad bag balance bank be box by cover customer date debit do email error familia flight full gave gold he
her hospital hotel i in info internet item item limit local log man material me mind more most must n no normal of office
ok on once option orange order out pain pass personal plan premium private pro problem process professional room service
set simple so solution son star stop sure super support system tag team test ticket to top total transfer was wife will
yet
`;

const listed = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Ordinary words of short English answers, lower case. */
export const englishWords = listed(words);

/** Those that other European languages write alike: no sign of English by themselves. */
export const sharedWords = listed(shared);
