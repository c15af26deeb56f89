/**
 * Given names common in Britain over the last eighty years (among the most frequent of the yearly lists of the Office
 * for National Statistics, and names frequent in British communities whose languages differ), lower case. Enough to tell
 * a column of people from one of places: most cells of a column of people begin with one of these.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abbie abdul abigail adam adrian agnieszka ahmed aiden aisha alan alana albert alex alexander alexandra alfie ali
  alice alison amanda amber amelia amina amir amy andrea andrew andrzej angela anita ann anna anne annette annie anthony
  antonio archie arthur asha ashley audrey ava barbara barry beatrice ben benjamin bernard beth bethany betty beverley
  bilal bradley brandon brenda brian bridget bruce callum cameron carl carol caroline catherine charlie charlotte chelsea
  cheryl chloe chris christian christina christine christopher claire clare clive colin connor courtney craig daisy damian
  daniel danielle darren dave david dawn dean deborah debra denise dennis derek diana diane dominic donald donna doreen
  dorothy douglas duncan dylan edith edward eileen elaine eleanor elena elizabeth ella ellen ellie elsie emily emma eric
  erin ethan eva evelyn evie fatima finley fiona florence frances francis frank fred freddie frederick freya gareth gary
  gavin gemma geoffrey george georgia georgina gerald gillian gordon grace graham grzegorz gwen hannah hardeep harriet
  harry harvey hassan hayley hazel heather helen henry holly howard hugh hussain ian ibrahim imran irene iris isaac
  isabella isla ivan jack jackie jacob jacqueline jade jake james jamie jan jane janet janice jasmine jason jayden jean
  jeffrey jennifer jenny jeremy jessica jill jim joan joanna joanne joe john jonathan jordan jose joseph joshua joyce
  juan judith julia julian julie june karen karl katarzyna kate katherine kathleen kathryn katie kayleigh keith kelly ken
  kenneth kerry kevin khalid kieran kim kimberley kirsty krzysztof kyle laura lauren lawrence leah lee leo leon leonard
  lesley leslie lewis liam lily linda lindsay lisa logan lorraine louis louise lucas lucy luke lydia lynn lynne
  madison magdalena malcolm marcin marcus margaret maria marie marilyn marion mark martha martin mary mason matthew maureen
  max maxine megan melanie melissa mia michael michelle mike mohamed mohammad mohammed molly monica muhammad mustafa
  nadia naomi natalie natasha nathan neil niall nicholas nicola nigel noah norma norman oliver olivia omar oscar owen
  pamela patricia patrick paul paula pauline penelope peter philip phoebe phyllis piotr poppy priya rachael rachel
  raymond rebecca reece rhys richard rita robert robin roger ronald rory rose rosemary ross roy ruby russell ruth ryan
  sally sam samantha samuel sandra sara sarah scott sean shannon sharon shaun sheila shirley simon sofia sophia sophie
  stacey stanley stella stephanie stephen steve steven stuart susan suzanne sylvia tanya tara teresa terence terry theo
  theresa thomas tim timothy tina toby tom tomasz tony tracey tracy trevor tyler valerie vanessa vera veronica victor
  victoria vincent wayne wendy william yasmin yusuf yvonne zachary zainab zara zoe`.split(/\s+/),
);
