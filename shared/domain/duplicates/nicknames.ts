/**
 * Given names that one person goes by in turn, a line each: the name, its short and pet forms, and other spellings of it in
 * Latin letters that the rules of `spelling` do not bring together. A form may stand on several lines ("sasha"). Names of
 * different languages for one saint (José, Joseph) stand apart: a person seldom changes them.
 */
const LINES = `
abdul abdel abd
adalbert bert
agnieszka aga agnes
ahmed ahmad ahmet
alejandra alex ale jandra
alejandro alex jandro ale
alessandro sandro ale
alessia ale
alexander alex alexandre aleksandr aleksander alec sandy sasha sascha sanya shura xander lex olek ales
alexandra aleksandra alex sandra sandy sasha sascha lexi ola
aloysius alois loisl
andreas andi
andrei andrey andriy andrejs
andrew andy drew
anthony tony ant
antonia toni tonia
antonio toni tony nino antonello
barbara basia barb babs bara
beatrice bea
beatriz bea
benjamin ben benny benji
bernard bernie bernd
bernhard bernd berni
bogdan boguslaw bodo
bronislaw bronek
camille cam
carolina caro
caroline carol carrie
catherine katherine kathryn cathy kathy kate katie cat kat kit kitty
cecilia ceci
charles charlie chuck chas
christian chris
christina christine chris tina chrissy
christopher chris kit topher
concepcion concha conchita
consuelo chelo
cristina cris tina
daniel dan danny dani
daniela dani
dariusz darek
david dave davey
deborah debra debbie deb
denis denys
dmitri dima mitya dmytro
dolores lola
domenico mimmo
donald don donny
dorothy dot dottie
douglas doug
eduardo edu lalo
edward ed eddie ted ned
ekaterina yekaterina katerina katya katia
eleanor ellie nell nora
elisabeth lisa elli lisbeth sissi
elizabeth elisabeth liz lizzie beth betty eliza bess libby elsie
emilia emily mila
emmanuel manny
enrique quique kike
ernesto neto
esteban este
eva evi
evgeni eugene zhenya
evgenia eugenia zhenya
federico fede
fernando fer nando
filippo pippo
florian flo
francesca franca
francesco franco cecco
francis frank fran
francisco paco pancho curro fran kiko
franciszek franek
frederick fred freddie
friedrich fritz fred
gabriel gabe gabi
gabriela gabi gaby
geoffrey geoff jeff
georg schorsch
george georgie
gerald gerry jerry
gerhard gerd
giovanni gianni vanni
giuseppe beppe peppe pino
gonzalo gonza
graciela chela
gregory greg
grzegorz grzesiek
guillermo memo guille
gunter gunther guenter gunni
hans johann johannes hannes
harold harry hal
heinrich heinz heiner
helena helen lena
henry harry hank hal
henryk heniek
hubert hubi
hussein husain hossein hussain
ibrahim ebrahim
ignacio nacho
igor ihor
irina ira iryna
isabel isa belen chabela
ivan vanya
jacob jake
jacqueline jackie
jaime jimmy
jakob jacob
james jim jimmy jamie
jan janek
janos jancsi
jaroslav jarda
javier javi
jeffrey jeff
jennifer jen jenny
jeremy jerry
jerzy jurek
jessica jess jessie
jesus chus chuy
joachim jochen
joaquin quino
johannes hannes jo
john johnny jack jon
jonathan jon jonny
jorge coque
jose pepe josep chepe
josefa pepa
joseph joe joey
joshua josh
juan juancho
judith judy
juergen jurgen jorg
julia yulia iulia
kamil kamilek
karl carl
katarzyna kasia kaska
katharina katarina catharina katja kathi katha kati
katherine kathrin
kenneth ken kenny
konstantin kostya
krzysztof krzysiek
laszlo laci
lawrence larry laurence
leonard leo len lenny
leopold poldi
leticia lety
lorenzo enzo renzo
louis lou
louise lou
ludmila lyudmila mila lyuda
luigi gigi
luis lucho
magdalena lena magda
malgorzata gosia
manfred manni
manuel manolo manu
marcin marcinek
marek mareczek
margaret maggie meg peggy marge madge greta
margarete grete gretel
maria marie mary mariya
marie maria
mariusz mario
martin marty
matthew matt matty
matthias mathias hias
mauricio mau
maximilian max
melissa mel missy
mercedes merche
michael mike mick micky mickey michi
michal misiek
miguel migue
mikhail michail mikhailo misha mykhailo
miroslav mirek
mitchell mitch
mohammed mohammad mohamed muhammad mohamad muhammed mohd md mehmet
montserrat montse
natalia nataliya natasha natalya
natalie nat
nathaniel nathan nate nat
nicholas nick nicky nico nicolas
nicolas nico
nikolai nicolai kolya mykola
nikolaus klaus niko
oleksandr alexander aleksandr sasha
olga olya
oliver olli ollie
omar umar
oswald ossi
pamela pam
patricia pat patty tricia trish
patrick pat paddy
patrizia pati
pavel pasha
pedro perico
peter pete
petr petya
philip phil
philippe phil
pilar pili
przemyslaw przemek
radoslaw radek
rafael rafa
raquel kela
raymond ray
rebecca becca becky
reinhard reiner
ricardo ricky
richard dick rick ricky rich richie
robert rob bob bobby robbie bert
roberto beto
ronald ron ronnie
rosario charo
rudolf rudi
ryszard rysiek
salvatore toto turi
samantha sam
samuel sam sammy
santiago santi
sebastian seb basti bastian
sebastiano seba
sergei sergej serhii serge seryozha
sergio checo
silvia silvi
slawomir slawek
sofia sofie sophia sophie sonya
soledad sole
stanislav stas slava
stanislaw stan staszek
stefan steffen
stephen steven steve
susan sue suzy susie
susanne susi sanne
svetlana sveta lana
sylvester sly
szymon szymek
tatiana tanya tania
terence terry
teresa tere
theodore ted teddy theo
theresa teresa terry tess tessa
thomas tom tommy
timothy tim timmy
tobias tobi
tomasz tomek
ursula uschi ulla
valentina valya
venkatesh venkat
veronica vero ronnie
viktor vitya vika
viktoria victoria vicky vika tori
vincent vince vinnie
vincenzo enzo
vladimir vova volodya volodymyr vlad
vyacheslav slava
waldemar waldek
walter walt wally
wilhelm willi willy
william bill billy will willie liam
wojciech wojtek
wolfgang wolfi wolf
xaver xavi
xavier xavi
yuri iurii
yusuf youssef yousef yusef
zachary zach zack
zbigniew zbyszek
zdzislaw zdzisiek
zsuzsanna zsuzsa
`;

const lines = LINES.trim()
  .split('\n')
  .map((line) => line.split(' '));
/** By folded name: which lines it stands on. */
const linesOf = new Map<string, readonly number[]>();
for (const [number, names] of lines.entries()) {
  for (const name of names) linesOf.set(name, [...(linesOf.get(name) ?? []), number]);
}

/** The groups of given names that a folded name belongs to; none for a name that has no other form. */
export const nicknameGroups = (folded: string): readonly number[] => linesOf.get(folded) ?? [];

/** All other forms of a folded given name. */
export const nicknamesOf = (folded: string): readonly string[] => [
  ...new Set(nicknameGroups(folded).flatMap((group) => lines[group] ?? [])),
];
