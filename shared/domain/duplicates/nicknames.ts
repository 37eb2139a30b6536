/**
 * Given names that one person goes by in turn, a line each: the name, its short and pet forms, and other spellings of it in
 * Latin letters that the rules of `spelling` do not bring together. A form may stand on several lines ("sasha"). Names of
 * different languages for one saint (José, Joseph) stand apart: a person seldom changes them.
 */
const LINES = `
alexander alex alexandre aleksandr aleksander alec sandy sasha sascha sanya shura xander lex olek ales
alexandra aleksandra alex sandra sandy sasha sascha lexi ola
alejandro alex jandro ale
alejandra alex ale jandra
andrew andy drew
andrei andrey andriy andrejs
anthony tony ant
antonio toni tony nino antonello
antonia toni tonia
benjamin ben benny benji
bernard bernie bernd
bernhard bernd berni
caroline carol carrie
carolina caro
catherine katherine kathryn cathy kathy kate katie cat kat kit kitty
katharina katarina catharina katja kathi katha kati
katarzyna kasia kaska
ekaterina yekaterina katerina katya katia
charles charlie chuck chas
christopher chris kit topher
christian chris
christina christine chris tina chrissy
cristina cris tina
daniel dan danny dani
daniela dani
david dave davey
deborah debra debbie deb
dmitri dima mitya dmytro
dorothy dot dottie
edward ed eddie ted ned
eduardo edu lalo
elizabeth elisabeth liz lizzie beth betty eliza bess libby elsie
elisabeth lisa elli lisbeth sissi
emmanuel manny
enrique quique kike
evgeni eugene zhenya
evgenia eugenia zhenya
francisco paco pancho curro fran kiko
francesco franco cecco
francesca franca
francis frank fran
franciszek franek
frederick fred freddie
friedrich fritz fred
gabriel gabe gabi
gerald gerry jerry
gerhard gerd
giovanni gianni vanni
giuseppe beppe peppe pino
gregory greg
grzegorz grzesiek
guillermo memo guille
hans johann johannes hannes
heinrich heinz heiner
henry harry hank hal
ignacio nacho
isabel isa belen chabela
ivan vanya
jacob jake
jakob jacob
james jim jimmy jamie
jan janek
janos jancsi
jaroslav jarda
jennifer jen jenny
jeremy jerry
jesus chus chuy
joachim jochen
johannes hannes jo
john johnny jack jon
jonathan jon jonny
jose pepe josep chepe
josefa pepa
joseph joe joey
joshua josh
juan juancho
juergen jurgen jorg
julia yulia iulia
karl carl
kenneth ken kenny
konstantin kostya
krzysztof krzysiek
laszlo laci
lawrence larry laurence
leonard leo len lenny
ludmila lyudmila mila lyuda
luis lucho
malgorzata gosia
manfred manni
manuel manolo manu
margaret maggie meg peggy marge madge greta
margarete grete gretel
maria marie mary mariya
marie maria
matthew matt matty
matthias mathias hias
maximilian max
michael mike mick micky mickey michi
mikhail michail mikhailo misha mykhailo
mohammed mohammad mohamed muhammad mohamad muhammed mohd md mehmet
abdul abdel abd
ahmed ahmad ahmet
hussein husain hossein hussain
yusuf youssef yousef yusef
omar umar
ibrahim ebrahim
natalia nataliya natasha natalya
nicholas nick nicky nico nicolas
nicolas nico
nikolai nicolai kolya mykola
nikolaus klaus niko
olga olya
oleksandr alexander aleksandr sasha
patricia pat patty tricia trish
patrick pat paddy
pavel pasha
pedro perico
peter pete
petr petya
philip phil
rafael rafa
raymond ray
rebecca becca becky
ricardo ricky
richard dick rick ricky rich richie
robert rob bob bobby robbie bert
roberto beto
ronald ron ronnie
rosario charo
samuel sam sammy
samantha sam
santiago santi
sebastian seb basti bastian
sergei sergej serhii serge seryozha
sofia sofie sophia sophie sonya
stanislaw stan staszek
stanislav stas slava
stephen steven steve
stefan steffen
susan sue suzy susie
susanne susi sanne
svetlana sveta lana
tatiana tanya tania
terence terry
theodore ted teddy theo
theresa teresa terry tess tessa
thomas tom tommy
timothy tim timmy
tomasz tomek
tobias tobi
ursula uschi ulla
valentina valya
venkatesh venkat
viktor vitya vika
viktoria victoria vicky vika tori
vladimir vova volodya volodymyr vlad
vyacheslav slava
walter walt wally
wilhelm willi willy
william bill billy will willie liam
wojciech wojtek
yuri iurii
zachary zach zack
zsuzsanna zsuzsa
`;

/** By folded name: which lines it stands on. */
const linesOf = new Map<string, readonly number[]>();
for (const [number, line] of LINES.trim().split('\n').entries()) {
  for (const name of line.split(' ')) linesOf.set(name, [...(linesOf.get(name) ?? []), number]);
}

/** The groups of given names (`nicknames.ts`) that a folded name belongs to; none for a name that has no other form. */
export const nicknameGroups = (folded: string): readonly number[] => linesOf.get(folded) ?? [];
