# The texts of Trilemma, by room. Ids start with the room; arguments are already formatted.

app-name = Trilemma

## wording: the assessment in words

number-range = { $low } to { $high }
number-percent = { $value } %
number-percent-least = <1 %
number-percent-most = >99 %
list-and = { $most } and { $last }

headline-clear = { $leader }, clearly
headline-leaning = { $leader }, leaning
headline-over = over { $runner_up }
headline-close = Too close to call
headline-between = { $leader } or { $runner_up }
headline-remains = is what remains
headline-alone = stands alone
headline-none = None qualifies
headline-none-rest = with these requirements
headline-line = { $strong } { $rest }
headline-line-close = { $strong }: { $rest }

say-clear = { $leader } leads { $runner_up } by { $margin }, which is more than the uncertainty of weights and ratings.
say-leaning = { $leader } leads { $runner_up } by { $margin }, which is likely but not certain to hold.
say-too-close = { $leader } and { $runner_up } are { $margin } apart, which is less than the uncertainty of weights and ratings.
say-share-of = { $leader } comes first in { $share } of what is plausible.
say-share = It comes first in { $share } of what is plausible.
say-nothing-known = Nothing is known of the project yet, so nothing can be recommended.
say-gains-and-loses = Against { $runner_up }, { $leader } gains most on { $gains } and loses most on { $losses }.
say-gains = Against { $runner_up }, { $leader } gains most on { $gains } and loses nowhere that counts.
say-loses = Against { $runner_up }, { $leader } loses most on { $losses }.
say-flip-less = { $challenger } leads once { $group } weighs less than { $tie } (now { $now }).
say-flip-more = { $challenger } leads once { $group } weighs more than { $tie } (now { $now }).
say-only-one-left = { $leader } is the only one that meets every requirement.
say-alone = { $leader } is the only alternative, so there is nothing to compare it with.
say-none-qualifies = Every alternative fails a requirement, so none can be recommended.
say-nothing-to-compare = There are no alternatives to compare.
say-outside = A deciding reason lies outside this comparison: { $reason }.
say-outside-for = A deciding reason lies outside this comparison and speaks for { $alternative }: { $reason }.
say-fails = { $count ->
    [one] { $alternative } fails the requirement { $requirements }.
   *[other] { $alternative } fails the requirements { $requirements }.
}

say-rating-flip-own = { $challenger } leads once it gets more than { $tie } on { $criterion } (now { $now }).
say-rating-flip-less = { $challenger } leads once { $rated } gets less than { $tie } on { $criterion } (now { $now }).
say-joint = Moving { $moved } of the weight from { $from } to { $to } would be enough for { $challenger } to lead.
say-joint-none = { $challenger } is level with the leader as it is, so any change in its favour would do.
say-joint-impossible = No weights at all would make another alternative lead.
say-precision = { $samples } draws of weights and ratings, seed { $seed }; a share is typically off by at most { $error } percentage points.
say-could-change-leader = It could change the leader.
say-find-out-first = { $what } It could change the leader.
say-dissent = { $method } puts { $leader } first: { $why }
say-dissent-accepts = It would accept the verdict's leader too.

number-gain-least = <0.01
yes = yes
no = no

unknown-ratings = How good is { $alternative } at { $group }?
unknown-weight = How much does { $criterion } count?

method-weighted-sum = Weighted sum
method-weighted-sum-about = The verdict: strengths make up for weaknesses
method-weighted-product = Weighted product
method-weighted-product-about = Hardly forgives a low rating
method-topsis = TOPSIS
method-topsis-about = Nearest to the best, farthest from the worst
method-vikor = VIKOR
method-vikor-about = The smallest worst shortfall
method-promethee = PROMETHEE II
method-promethee-about = Better more often, hardly by how much

reason-low-rating = strengths do not make up for a low rating there, and { $verdict } loses most by its { $criterion }.
reason-far-from-best = large distances from the best count more than in proportion there, and { $verdict } is far from it on { $criterion }.
reason-worst-shortfall = the worst shortfall counts there, and that of { $verdict } is on { $criterion }.
reason-narrow-range = differences are measured against the spread of those who compete, which makes much of { $criterion }.
reason-better-more-often = { $leader } is preferred on { $dissenter } of the weight, { $verdict } on { $ours }, and it hardly counts by how much.
reason-better-against-others = { $leader } does better against the others.

weights-from-catalogue = General weights: nothing is known of the project yet.
weights-from-facts = Weights from the facts.
weights-changed = { $count ->
    [one] Weights from the facts, one changed by you.
   *[other] Weights from the facts, { $count } changed by you.
}
weights-from-people = Weights given by you.

finding-no-points = No criterion has any points, so all count the same. Give points to what matters.
finding-rating-out-of-range = The own rating of { $alternative } on { $criterion } does not fit the scale from 0 to 10; the nearest value that does was used.
finding-unrated = Nobody rated { $alternative } on { $criterion }; anything from 0 to 10 was taken as possible.
finding-half-the-weight = { $criterion } alone carries { $share } of the weight.
finding-no-reason = { $count ->
    [one] One own rating has no reason.
   *[other] { $count } own ratings have no reason.
}
finding-unknown = The profile speaks of a { $what } that this catalogue does not know: { $id }. It was passed over.

reference-question = question
reference-answer = answer
reference-rule = rule
reference-criterion = criterion
reference-group = group
reference-alternative = alternative
reference-requirement = requirement
reference-axis = group or criterion
reference-voice = voice

kind-clear = clear
kind-leaning = leaning
kind-too-close = too close to call
kind-none-qualifies = none qualifies

sureness-sure = Sure
sureness-roughly = Roughly
sureness-unsure = Unsure

judgement-passes = passes
judgement-passes-with-cost = passes with cost
judgement-fails = fails

claim-supported = Supported
claim-qualified = Supported with limits
claim-disputed = Disputed
claim-outdated = Outdated
claim-wrong = Wrong
claim-silent = No evidence found

tier-primary = read at the source
tier-secondary = as reported
tier-tertiary = hearsay

support-weak = weak
support-moderate = moderate
support-strong = strong

basis-measured = computed from figures
basis-judged = judged by described levels

## wording: sentences of the explanation

list-or = { $most } or { $last }
quoted = “{ $words }”
named-figure = { $name } { $figure }

topic-verdict = In short
topic-requirements = Requirements
topic-designs = Mixed designs
topic-strengths = Where each is strong
topic-weights = How much each criterion counts
topic-sureness = How sure this is
topic-changes = What would change it
topic-unknown = What is not known
topic-methods = Second opinions
topic-evidence = What to beware of

effort-hours = some hours
effort-days = some days
effort-weeks = some weeks

say-staying = { $leader } leads by { $without } without { $subject }, by { $with } with it.
say-staying-changes = Without { $subject }, { $without } would lead by { $lead }. With it, { $with } is { $gap } ahead, so moving to { $without } would have to be worth more than that.
say-find-first = Find out first: { $what } { $how } It takes { $effort }.
say-find-first-only = Find out first: { $what }
say-without-these = { $count ->
    [one] Without the requirement { $requirements }, { $alternatives } would qualify.
   *[other] Without the requirements { $requirements }, { $alternatives } would qualify.
}
say-nothing-required = Nothing is required, so scores alone decide.
say-required = { $requirement }: { $who }.
say-suggested = { $requirement } is suggested and does not count yet: { $who }.
say-required-everywhere = The catalogue asks for it in every project: { $why }
say-required-by = Your answers ask for it: { $why }
say-required-own = You asked for it.
say-required-reason = Your reason: { $reason }
say-meets = { $count ->
    [one] { $names } meets it
   *[other] { $names } meet it
}
say-meets-at-a-cost = { $count ->
    [one] { $names } meets it at a cost
   *[other] { $names } meet it at a cost
}
say-fails-it = { $count ->
    [one] { $names } fails it
   *[other] { $names } fail it
}
say-sources = Sources: { $sources }.
say-source = { $id } { $title } ({ $year })
say-design-meets = { $name } would meet them all. { $about } What it costs: { $cost }
say-design-adds = { $name } would add what { $runner_up } is better at here: { $criteria }. { $about } What it costs: { $cost }
say-no-design = No mixed design that the catalogue knows meets them all.
say-group-order = { $group } counts for { $weight } of the weight. Ratings there: { $order }.
say-rating-rests = On { $criterion }, { $alternative } has { $value }, plausible from { $range }. { $rests }
say-rests-on = It is { $basis }, with { $support } support: { $sources }.
say-rests-nothing = It is { $basis } without a source.
say-rests-rule = A fact sets it: { $why }
say-rests-mean = The fact that decides it is not known, so this is the mean over all answers.
say-rests-open = “{ $asks }” is not answered, so this is the mean over its answers.
say-rests-unrated = Nobody rated it, so anything from 0 to 10 counts as possible.
say-own-no-reason = No reason is given.
say-own-evidence = Measured: { $what }.
say-own-evidence-more = Measured: { $what } ({ $more }).
say-within-range = Its range allows that.
say-weights-general = These are general weights, because nothing is known of the project yet.
say-weights-facts = The weights follow from your answers.
say-weights-changed = { $count ->
    [one] The weights follow from your answers, but for one that you gave yourself.
   *[other] The weights follow from your answers, but for { $count } that you gave yourself.
}
say-weights-people = You gave the weights yourself.
say-facts-known = Questions answered: { $known } of { $asked }. One without an answer counts as the average of its answers.
say-facts-all = All { $asked } questions are answered.
say-heavy = { $criterion } counts for { $weight }, from { $points } points. { $trace }
say-heavy-own = { $criterion } counts for { $weight }. You gave it { $points } points; from the facts it would have { $facts }.
say-trace-base = It starts with { $points }.
say-trace-rule = { $points }: { $why }
say-trace-unknown = { $points } as the average answer to { $asks }, which is open.
say-other-weights = { $count ->
    [one] One other criterion counts for { $share }.
   *[other] { $count } other criteria count for { $share } together.
}
say-how-sure-sure = You are sure of these weights, so other weights are plausible only close to them.
say-how-sure-roughly = These weights hold roughly, so others around them are plausible too.
say-how-sure-unsure = You are unsure of these weights, so quite different ones are plausible too.
say-expected-of = { $name } { $teams }
say-expected = Expected choices of a hundred teams in such a position: { $choices }. Much that decides real choices is not asked here.
say-range = { $name } has { $score }, plausible from { $range }.
say-fact-flip = { $leader } would lead if the answer to { $asks } were { $answers }.
say-fact-flip-none = None would qualify if the answer to { $asks } were { $answers }.
say-asks-of = { $asks } for { $about }
say-asks-part = { $asks } ({ $part })
say-no-fact-flips = No other answer to a single question would change the leader.
say-unanswered = { $asks } No answer to it would change the leader.
say-unanswered-could = { $asks } The answer could change the leader.
say-unanswered-worth = { $asks } The answer could change the leader. On average, knowing it is worth { $gain } score points.
say-all-answered = Every question is answered.
say-methods-agree = Every other method puts the same alternative first.
say-coverage = Sources are named for { $share } of the weight.
say-contested = On { $criterion }, the article claims: { $says } { $status }: { $correction }
say-caveat = The ratings for { $criterion } use { $id } { $title }. But: { $caveat }
say-old = The newest source for { $alternative } on { $criterion } was { $years } years old when the catalogue was made.
say-no-source = The rating of { $alternative } on { $criterion } names no source.
say-own-rating = You rated { $alternative } { $value } on { $criterion }. { $rests }
say-behind = { $other } is { $gap } behind { $leader }.
say-ahead-but-fails = By its score alone, { $other } would be { $gap } ahead.
say-level = { $leader } and { $other } have nearly the same score.
say-cannot-lead = No weights at all would make { $other } lead.

chart-origin-open = Mean over the answers to an open question: { $asks }
evidence-origin-open = “{ $asks }” is not answered, so this is the mean over its answers.

## session: commands

menu = Menu
menu-file = File
menu-edit = Edit
menu-view = View
menu-help = Help

command-new-profile = New profile
command-new-profile-tip = Start a profile with nothing known yet.
command-open = Open…
command-open-tip = Open a profile from a file.
command-save = Save
command-save-tip = Write the profile to its file.
command-save-as = Save as…
command-save-as-tip = Write the profile to another file.
command-duplicate = Duplicate profile
command-duplicate-tip = Make a copy of this profile among your own.
command-restore-version = Restore an earlier version…
command-restore-version-tip = See what the file held before, and take it back.
command-copy-share-code = Copy share code
command-copy-share-code-tip = Put the whole profile on the clipboard as a text for a chat.
command-open-share-code = Open from a share code…
command-open-share-code-tip = Paste a profile that somebody sent as text.
command-use-catalogue = Use a catalogue…
command-use-catalogue-tip = Assess with ratings and requirements of your own.
command-use-shipped-catalogue = Use the shipped catalogue
command-use-shipped-catalogue-tip = Go back to the catalogue that came with the app.
command-library-folder = Library folder…
command-library-folder-tip = Keep your profiles in another folder.
command-export-chart = Export chart…
command-export-chart-tip = Write the chart as SVG, PNG, PDF or CSV.
command-copy-chart = Copy chart as image
command-copy-chart-tip = Put the chart on the clipboard as an image.
command-quit = Quit
command-quit-tip = Close the window. Unsaved changes are asked about first.
command-undo = Undo
command-undo-tip = Take the last step back.
command-redo = Redo
command-redo-tip = Do again what was just taken back.
command-reset-points = Reset all points
command-reset-points-tip = Put every criterion back to the points that the facts give it.
command-edit-context = Name and context…
command-edit-context-tip = Change the profile's name, date and what is being decided.
command-add-criterion = Add a criterion…
command-add-criterion-tip = Something that matters here and that the catalogue does not have.
command-add-requirement = Add a requirement…
command-add-requirement-tip = Something that must be met, from the catalogue or in your own words.
command-add-outside-reason = The deciding reason is not in this list…
command-add-outside-reason-tip = Keep a reason that decides although nothing here measures it.
command-decide = Decide
command-decide-tip = Say what matters and see what follows.
command-analyse = Analyse
command-analyse-tip = See the charts over the whole width.
command-facts = Facts
command-facts-tip = Questions about the project, from whose answers weights and requirements follow.
command-requirements = Requirements
command-requirements-tip = What must be met before scores count.
command-what-follows = What follows
command-what-follows-tip = Every weight, rating and requirement that follows from the answers, to accept or to change.
command-claims = What the article claims
command-claims-tip = Every claim of the article, and how it stands to the evidence.
command-priorities = Priorities
command-priorities-tip = How much each criterion counts.
command-ratings = Ratings
command-ratings-tip = What each alternative achieves, and how that is known.
command-radar = Radar chart
command-radar-tip = What kind of language each is.
command-contributions = Contributions chart
command-contributions-tip = What each score is made of.
command-account = Full account
command-account-tip = The whole explanation, with its reasons and sources.
command-why-not = Why not …?
command-why-not-tip = What stands between the leader and another.
command-changes = What would change it
command-changes-tip = Other weights, ratings and answers that would have another leader.
command-toggle-table = Show chart as table
command-toggle-table-tip = The numbers of the chart in rows and columns.
command-toggle-library = Show or hide the library
command-toggle-library-tip = The list of profiles at the left.
command-search-profiles = Search profiles
command-search-profiles-tip = Go to the search field of the library.
command-next-zone = Next part of the window
command-next-zone-tip = Move the keyboard on to the library, the work or the answer.
command-theme-system = Theme of the system
command-theme-system-tip = Light or dark, as the system is.
command-theme-light = Light theme
command-theme-light-tip = Dark text on a light ground.
command-theme-dark = Dark theme
command-theme-dark-tip = Light text on a dark ground.
command-toggle-motion = Turn motion on or off
command-toggle-motion-tip = Whether the ranking moves when it changes.
command-zoom-in = Zoom in
command-zoom-in-tip = Make everything larger.
command-zoom-out = Zoom out
command-zoom-out-tip = Make everything smaller.
command-zoom-reset = Original size
command-zoom-reset-tip = Back to 100 %.
command-palette = Commands…
command-palette-tip = Find any command by its name.
command-keys = Keys
command-keys-tip = Every shortcut on one page.
command-about = About Trilemma
command-licences = Licences
command-licences-tip = What is inside, and under which licences.
command-about-tip = Version, catalogue and limits.

## chart

chart-radar = Radar
chart-contributions = Contributions
chart-tornado = What moves it
chart-crossover = Crossover
chart-acceptability = How sure
chart-information = What to find out first
chart-methods = Methods agree
chart-radar-title = { $profile }: what kind of language each is
chart-radar-subtitle = Ratings from 0 to 10, further out is better. This is not the verdict: how much each axis counts is the bar at its end.
chart-rails-subtitle = Ratings from 0 to 10, further right is better. This is not the verdict: how much each criterion counts is beside its name.
chart-radar-note = Axis order changes a shape, not the ratings: compare points, not areas.
chart-contributions-title = { $profile }: what each score is made of
chart-contributions-subtitle = Weight times rating, added up over the groups. The line below a bar is the range in which nine in ten plausible scores lie.
chart-contributions-note = Where ranges overlap, the order can be the other way round.
chart-contributions-note-failed = What fails a requirement is struck out: no score makes up for it. Where ranges overlap, the order can be the other way round.
chart-tornado-title = { $profile }: what moves the lead
chart-tornado-subtitle = Each bar moves one rating from its lowest to its highest plausible value, with everything else as it is. The numbers at its ends are that rating.
chart-tornado-note = Ratings that rest on the same evidence err together; here each is moved alone, so the chart shows which matter, not how sure the lead is.
chart-tornado-now = now { $margin }
chart-tornado-lost = another leads
chart-tornado-axis = Lead of { $leader } over the next, in score points
chart-tornado-end = At { $rating }, { $leader } leads by { $margin }.
chart-tornado-end-lost = At { $rating }, { $leader } leads by { $margin } instead.
chart-tornado-exact = No rating is uncertain, so none moves the lead.
chart-crossover-title = { $profile }: who leads at which weight of { $group }
chart-crossover-subtitle = Every score as one group counts for less or more, the others keeping their proportions. Rings mark where the leader changes; the strip below says who leads.
chart-crossover-note = Only those who meet every requirement are drawn.
chart-crossover-now = now { $weight }
chart-crossover-leads = { $name } leads
chart-crossover-axis = Weight of { $group }
chart-crossover-point = { $name }, { $group } at { $weight }: score { $score }
chart-crossover-crossing = From { $weight } of { $group } on, { $after } leads instead of { $before }.
chart-crossover-stretch = { $name } leads while { $group } weighs { $from } to { $to }.
chart-crossover-alone = There is only one group, so its weight is always everything.
chart-acceptability-title = { $profile }: how sure the places are
chart-acceptability-subtitle = In which share of all plausible weights and ratings each alternative takes each place. The darkest part of a bar is the first place, as is the number beside it.
chart-acceptability-note = What fails a requirement is not counted.
chart-acceptability-key-more = and so on, from left to right
chart-acceptability-pending = The shares are being counted.
chart-acceptability-nobody = Every alternative fails a requirement, so there is nobody to compare.
chart-acceptability-part = { $name }: { $place } in { $share } of what is plausible
chart-place = { $place ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
   *[other] { $place }th
}
chart-waterfall = Why not …?
chart-waterfall-about = The way from the leader's score to another's, criterion by criterion.
chart-waterfall-title = { $profile }: { $question }
chart-waterfall-why-not = Why not { $name }?
chart-waterfall-why = Why { $name }?
chart-waterfall-subtitle = The way from the score of { $from } to that of { $to }. Each step is a criterion's weight times the difference of the two ratings.
chart-waterfall-note = The axis shows a part of the scale, so compare steps with steps. What fails a requirement is out, whatever its score.
chart-waterfall-rated = { $name } { $rating }
chart-waterfall-step = { $weight } of the weight; { $from }, { $to }
chart-waterfall-others = { $count ->
    [one] one other
   *[other] { $count } others
}
chart-waterfall-ends = From { $from } at { $at } to { $to } at { $end }.
chart-waterfall-largest = The largest steps: { $steps }.
chart-column-rating-of = Rating of { $name }
chart-column-step = Step
chart-column-score-then = Score after it
chart-hover-value = { $name }: { $value }
chart-information-title = { $profile }: what to find out first
chart-information-subtitle = By how much the expected score of the choice would rise if this were known for certain. What cannot change the choice is worth nothing.
chart-information-note = Common answers count as likelier than rare ones, and what an answer rules out counts as 0. What finding out costs is not considered.
chart-information-axis = Expected gain, in score points
chart-information-gain = Knowing it is worth { $gain } score points.
chart-information-pending = This is being worked out.
chart-information-nothing = Nothing that is still unknown would change the choice.
chart-methods-title = { $profile }: what other methods make of it
chart-methods-subtitle = Second opinions from the same ratings and weights. Where lines cross, methods disagree; at the right, how far each order agrees.
chart-methods-note = Every method puts the same alternative first.
chart-methods-same = same order
chart-methods-tau = agrees { $tau }
chart-methods-point = { $name }: { $place } by { $method }
chart-weight-head = weight
chart-parallel = Parallel coordinates
chart-parallel-title = { $profile }: rating by rating
chart-parallel-subtitle = Ratings from 0 to 10, further right is better. This is not the verdict: how much each row counts stands at its end.
chart-parallel-note = Where lines cross, one is better here and the other there. The order of the rows can be changed; the ratings stay.
chart-coverage = Evidence
chart-coverage-title = { $profile }: what the ratings rest on
chart-coverage-subtitle = Each field is one rating. The darker it is, the firmer its ground; a thin edge marks own ratings, a dashed one sources that are too old.
chart-coverage-note = { $share } of the weight rests on named sources. How old they are counts as of { $date }.
chart-coverage-note-undated = { $share } of the weight rests on named sources. The profile has no date, so none of them counts as too old.
chart-coverage-all = All, by weight
chart-coverage-share = { $kind } { $share }
chart-coverage-row = Weight on what is { $kind }
chart-said-coverage = The ratings of { $names }: { $share } of the weight rests on named sources. Of all the weight: { $shares }.
chart-said-bare = The heaviest with a rating that has no source: { $criteria }.
backing-measured = measured
backing-reported = reported
backing-expired = too old
backing-judged = judged
backing-own = own
backing-nothing = unrated
backing-measured-about = Measured: figures from named sources
backing-reported-about = Reported: named sources, read and judged
backing-expired-about = Too old: all its sources are past their shelf life
backing-judged-about = Judged: no source is named
backing-own-about = Own: somebody here rated it
backing-nothing-about = Unrated: it could be anything
chart-nothing = There is nothing to draw: no alternative is rated on any criterion.
chart-legend-more = and { $count } more, see the table
chart-key = { $number } { $name }
chart-range = { $mode } ({ $range })
chart-weighted = { $name } ({ $weight })

chart-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
chart-dated = Profile of { $date }
chart-undated = Profile without a date
chart-weights-catalogue = General weights, nothing known of the project
chart-weights-facts = Weights from the facts
chart-weights-changed = { $criteria ->
    [one] Weights from the facts, one changed by people
   *[other] Weights from the facts, { $criteria } changed by people
}
chart-weights-people = Weights given by people
chart-catalogue = Catalogue { $version }

chart-hover-head = { $alternative } · { $axis }
chart-hover-mean = { $value }, the weighted mean of:
chart-hover-plain-mean = { $value }, the plain mean of:
chart-hover-part = { $name } { $value }
chart-origin-measured = { $sources ->
    [0] Catalogue, computed
    [one] Catalogue, computed from 1 source
   *[other] Catalogue, computed from { $sources } sources
}
chart-origin-judged = { $sources ->
    [0] Catalogue, judged without a source
    [one] Catalogue, judged from 1 source
   *[other] Catalogue, judged from { $sources } sources
}
chart-origin-mean = Catalogue, mean over the answers of an open question
chart-origin-rule = Changed by a fact: { $why }
chart-origin-own = Own rating: { $reason }
chart-origin-own-unexplained = Own rating, no reason given
chart-origin-unrated = Rated by nobody: anything from 0 to 10

chart-column-group = Group
chart-column-criterion = Criterion
chart-column-weight = Weight
chart-column-alternative = Alternative
chart-column-error = Standard error of 1st
chart-column-low = Lowest rating
chart-column-high = Highest rating
chart-column-lead-at-low = Lead at lowest
chart-column-lead-at-high = Lead at highest
chart-column-changes-leader = Changes the leader
chart-column-weight-of = Weight of { $group }
chart-column-leads = Leads
chart-column-unknown = Not known
chart-column-kind = Kind
chart-column-gain = Expected gain
chart-column-method = Method
chart-column-agreement = Agreement (1 same, −1 reverse)
chart-column-dissent = Why another is first
chart-kind-fact = question
chart-kind-ratings = ratings
chart-kind-weight = weight
chart-said-groups = { $count ->
    [one] one group of criteria
   *[other] { $count } groups of criteria
}
chart-said-criteria = { $count ->
    [one] one criterion
   *[other] { $count } criteria
}
chart-said-radar = The ratings of { $names } on { $what }, from 0 to 10.
chart-said-highest = The highest ratings: { $who }.
chart-said-on = { $who } on { $axes }
chart-said-value = { $name } ({ $value })
chart-said-gap = They lie furthest apart on { $axis }: { $first } { $high }, { $last } { $low }.
chart-said-weights = Most weight is on { $axes }.

chart-said-first-places = Share of what is plausible in which each comes first: { $shares }.
chart-said-not-counted = { $count ->
    [one] { $names } fails a requirement and is not counted.
   *[other] { $names } fail a requirement and are not counted.
}
chart-said-lead = { $leader } leads { $runner_up } by { $margin }.
chart-said-widest = What moves this most is { $alternative } on { $criterion }: from { $low } to { $high } the lead goes from { $at_low } to { $at_high }.
chart-said-flipping = { $count ->
    [0] None of { $all } uncertain ratings could change the leader alone.
    [one] One of { $all } uncertain ratings could change the leader alone.
   *[other] { $count } of { $all } uncertain ratings could change the leader alone.
}
chart-said-weight-now = { $group } weighs { $weight } now: { $scores }.
chart-said-always = { $name } leads at every weight.
chart-said-stretch = { $name } from { $from } to { $to }
chart-said-stretches = Over its weight the leader is { $stretches }.
chart-said-worth = { $what } ({ $gain })
chart-said-find-out = Worth most, in score points: { $what }.
chart-said-could-change = { $count ->
    [0] Nothing of it alone would give another verdict.
    [one] One thing of it could change the leader.
   *[other] { $count } things of it could change the leader.
}
chart-said-verdict-order = The verdict's order is { $order }.
chart-said-methods-agree = Every other method puts the same alternative first.

chart-fails = { $count ->
    [one] fails 1 requirement
   *[other] fails { $count } requirements
}
chart-hover-product = { $value } points: weight { $weight } times rating { $rating }
chart-hover-score = { $alternative }: { $score } ({ $range })
chart-hover-failed = Fails { $requirements }
chart-said-score = { $name } { $score } ({ $range })
chart-said-scores = Scores from 0 to 10, in order: { $scores }.
chart-said-carried = { $name } has most of it from { $groups }.
chart-said-out = { $name } is out: it fails { $requirements }.
chart-row-score = Score
chart-row-low = Lowest of the range
chart-row-high = Highest of the range
chart-row-failed = Requirements failed

chart-export-too-large = A picture of { $width } × { $height } pixels is too large; at most { $most } pixels to a side are drawn.
chart-export-failed = The { $format } file could not be made: { $reason }

## store

# Reading. The path follows in brackets.
store-not-found = There is no such file. Check its name and folder.
store-no-example = There is neither a file nor a shipped example called “{ $name }”.
store-did-you-mean = Did you mean “{ $near }”?
store-list-examples = To see the shipped ones, use: trilemma examples.
store-not-allowed = This file may not be read by you. Ask for permission to read it, or open a copy.
store-is-folder = This is a folder, not a file. Choose a profile inside it.
store-not-regular = This is a pipe or a device, not a file. To read from a pipe, use “-” as the name.
store-unreadable = The file could not be read: { $cause }. Nothing was changed; check the disk or the connection and try again.

# Content. File, line and column stand before.
store-too-large = The file is larger than 8 MiB, far more than a profile needs, so it was not read. Check that it is the right file.
store-not-utf8 = The text is not UTF-8 from here on. Save it as UTF-8 in a text editor and open it again; it was not changed.
store-too-deep = Brackets are nested far deeper here than a profile needs. Check that it is the right file; it was not changed.
store-too-many-values = The file holds far more values than a profile needs. Check that it is the right file; it was not changed.
store-not-a-profile = This is not a Trilemma profile: it has no “schema” and “name”. Choose another file; this one was not changed.
store-not-a-catalogue = This is not a Trilemma catalogue: it has neither “interview” nor “over”. Choose another file; this one was not changed.
store-not-a-record = This is neither a decision record nor a profile. A record is what “trilemma record” writes, with the profile that it carries.
store-is-record = This is a decision record, and a profile is due here. To check the record, use: trilemma verify
store-newer = This file is in schema { $found }, written by a newer Trilemma; this one reads up to schema { $known }. Update Trilemma to open it; the file was not changed.
store-correct-it = Correct it in a text editor and open the file again; it was not changed.
store-correct-them = Correct these places in a text editor and open the file again; it was not changed.
store-more-mistakes = and { $count } more.

# What is wrong with RON.
store-ron-ends = The file ends here before it is complete.
store-ron-comma = A comma is missing before this.
store-ron-colon = A colon is missing before this.
store-ron-list = A list in “[ ]” belongs here.
store-ron-map = Entries in “{"{"} {"}"}” belong here.
store-ron-struct = Fields in “( )” belong here.
store-ron-close = A closing “{ $bracket }” is missing before this.
store-ron-attribute = The line that starts with “#!” is not right; it reads “#![enable(implicit_some)]”.
store-ron-extension = There is no RON extension “{ $name }”.
store-ron-string = A text in double quotes belongs here.
store-ron-string-end = This text has no closing double quote.
store-ron-escape = What follows the backslash means nothing; for a backslash itself, write two.
store-ron-boolean = Either true or false belongs here.
store-ron-number = A number belongs here.
store-ron-integer = A whole number belongs here.
store-ron-integer-range = This whole number is negative or too large.
store-ron-field-name = The name of a field belongs here.
store-ron-comment = This comment has no closing “*/”.
store-ron-character = “{ $character }” has no meaning here.
store-ron-trailing = The profile is complete before this; nothing may follow.
store-ron-variant = “{ $found }” is not one of the words that belong here: { $expected }.
store-ron-unknown-field = There is no field “{ $field }” here.
store-ron-missing-field = The field “{ $field }” is missing before this.
store-ron-repeated-field = The field “{ $field }” stands here a second time.
store-ron-date = A day is written as “2026-11-23”.
store-ron-answer = An answer is a word in double quotes, or one for each part in “{"{"} {"}"}”.
store-ron-length = Here belongs { $expected }, but there are { $found }.
store-ron-other = This cannot be read: { $reason }.

# What is wrong with a profile.
store-repeated-key = “{ $key }” stands here a second time; the first is in line { $line }.
store-not-finite = This is not a finite number.
store-negative = Points cannot be negative.
store-out-of-range = This number has to lie between { $low } and { $high }.
store-unknown-id = { $what ->
    [question] There is no question “{ $id }”.
    [answer] “{ $id }” is not an answer to this question.
    [rule] There is no interview rule “{ $id }”.
    [group] There is no group “{ $id }”.
    [alternative] There is no alternative “{ $id }”.
    [requirement] There is no requirement “{ $id }”.
    [axis] There is neither a group nor a criterion “{ $id }”.
   *[criterion] There is no criterion “{ $id }”.
}
store-unknown-decided-with = It was decided with catalogue “{ $recorded }”, and { $present } is in use: name that one with --catalogue, or choose it in the window.
store-unknown-own = If it belongs to a catalogue of your own, name that with --catalogue, or choose it in the window.
store-duplicate-id = { $what ->
    [alternative] There is already an alternative “{ $id }”; an own one needs another id.
    [requirement] The requirement “{ $id }” stands here a second time.
    [voice] There is already a voice called “{ $id }”.
   *[criterion] There is already a criterion “{ $id }”; an own one needs another id.
}
store-duplicate-rating = The same alternative is rated here a second time on “{ $id }”.
store-too-many-items = There are more than { $limit } items in “{ $field }”.
store-too-many-alternatives = There are more than { $limit } alternatives.
store-too-long = This text is longer than { $limit } bytes.
store-empty-name = A name is missing here.

# What saving would drop. Line and column stand before.
store-loss-field = The field “{ $field }” is not known to this version.
store-loss-comment = The comment “{ $comment }”.

# What is wrong with a catalogue.
store-catalogue-empty = Nothing stands here, but something must.
store-catalogue-too-many = There are more than { $limit } of these.
store-catalogue-repeated = “{ $id }” stands here a second time.
store-catalogue-unknown = “{ $id }” is not defined in this catalogue.
store-catalogue-negative = This number cannot be negative.
store-catalogue-not-a-rating = A rating goes from 0 to 10, with low ≤ mode ≤ high.
store-catalogue-not-a-scale = A scale needs two different finite anchors, and positive values if it is logarithmic.
store-catalogue-shares = The shares of these parts do not sum to 1.
store-catalogue-frequency = An answer’s frequency must be a number above 0; without one it counts as 1.
store-catalogue-order = Criteria stand by group, in the order of the groups; this one comes too late.
store-layer-below = It is in catalogue { $version }, { $field } “{ $item }”, and does not go with what is laid over it any more.

# Writing. The path follows in brackets.
store-disk-full = The disk is full, so the file was not written. Free some space, or choose a place on another disk.
store-read-only-disk = This disk can only be read, so the file was not written. Choose another place for it.
store-write-not-allowed = You may not write here, so nothing was written. Choose another place for the file.
store-read-only-file = The file is marked as read-only, so it was left as it is. Choose another name or place.
store-folder-missing = The folder is not there, so the file was not written. Make it, or choose another place.
store-folder-in-place = A folder stands in the place of the file, so nothing was written. Choose another name.
store-not-regular-in-place = A pipe or a device stands in the place of the file, so nothing was written. Choose another name.
store-already-there = There is already a file with this name, so nothing was written. Choose another name.
store-is-input = The result would take the place of a file that it is made from, so nothing was written. Name another file.
store-bad-pattern = This is not a pattern: { $why }.
store-bad-name = The system does not take this as the name of a file, so nothing was written. Choose another name.
store-outside-library = This is not a profile of the library, so it was left as it is.
store-unwritable = The file could not be written: { $cause }. What stood there before is still there; choose another place for it.

# The library and the settings.
store-copy-name = { $name } (copy)
store-library-in-memory = Your library has no folder, so profiles in it are gone when Trilemma ends. Save them elsewhere to keep them.
store-settings-unreadable = The settings could not be read, so the defaults are used.
store-settings-setting = The setting “{ $name }” could not be read, so its default is used. { $reason }
store-settings-unknown = The setting “{ $name }” is not known to this version and was passed over.
store-settings-not-kept = The settings as they were could not be kept aside.
store-settings-zoom = The zoom goes from 0.5 to 3.

## wording: names of steps

edit-name = Change the name
edit-context = Change the context
edit-date = Change the date
edit-fact = Answer a question
edit-rule = Change a rule
edit-points-of = Change the points of { $criterion }
edit-points = Change the points of { $count } criteria
edit-sureness = Change how sure the weights are
edit-rating = Change a rating of { $criterion }
edit-criterion = Change an own criterion
edit-alternative = Change an own alternative
edit-requirement = Change a requirement
edit-note = Change the note on { $criterion }
edit-axis-order = Change the order of the axes
edit-voice = Change a voice
edit-decision = Change the decision
edit-seed = Change the seed
edit-whole = Take another version

## gui: the window

window-title = { $name } – Trilemma
window-title-unsaved = { $name } (unsaved) – Trilemma
mode = Mode
title-label = Profile { $name }: change name and context
unsaved = Unsaved changes
unsaved-tip = This profile has changes that are not saved yet.
palette-button = Commands
undo-step = Undo: { $step }
redo-step = Redo: { $step }
menu-recent = Open recent
menu-profiles = Profiles
menu-example = Example: { $name }
new-profile-name = New profile
duplicate-name = { $name } (copy)
cancel = Cancel
browse = Browse…
open-waits = { $count ->
    [one] A file waits: it opens when this dialog is closed.
   *[other] { $count } files wait: they open when this dialog is closed.
}
drop-hint = { $count ->
    [one] Drop the profile to open it
   *[other] Drop { $count } profiles to open them
}

status-unsaved = Unsaved changes
status-saved = Saved
status-example = Example, saved nowhere yet
status-facts = { $known } of { $asked } facts known
status-evidence = Evidence covers { $share }
status-evidence-tip = The share of the weight whose ratings rest on named sources, as the mean over the alternatives.
status-catalogue = Catalogue { $version }
notice-dismiss = Dismiss
notice-undelete = Bring it back
saved-to = Saved to { $path }
deleted = The profile was moved to the library's trash.
exported-to = Chart written to { $path }
exported-with-gaps = Chart written to { $path }, but the bundled font lacks these characters: { $characters }
copied-chart = The chart is on the clipboard.
motion-on = Motion is on.
motion-off = Motion is off.

welcome-example = This is an example.
welcome-example-changed = An example, changed. Saving makes it yours.
welcome-start = Start with my project
welcome-next-example = Try another example
welcome-open = Open…

library-search = Search profiles
library-mine = Mine
library-examples = Examples
library-nothing-found = No profile is called “{ $search }”.
library-row-unsaved = { $name }, unsaved changes
library-open = Open
library-rename = Rename…
library-duplicate = Duplicate
library-delete = Delete

tab-facts = { $known } of { $asked }
tab-own = { $count } own

priorities-ticks = Ticks mark where the facts put them.
priorities-reset = Reset all
priorities-column-points = points
priorities-column-share = share of the whole
priorities-column-share-short = share
priorities-criteria = { $count ->
    [one] one criterion
   *[other] { $count } criteria
}
priorities-points-of = Points of { $name }
priorities-number-of = Points of { $name } as a number
priorities-share-of = { $name } has { $share } of the whole
priorities-open = { $name }: show its criteria
priorities-close = { $name }: hide its criteria
priorities-reset-one = reset
priorities-reset-of = Reset the points of { $name }
priorities-reset-one-tip = Back to { $points }, as the facts have it.
trace-base = { $points } before anything is known
trace-rule = { $points } { $why }
trace-unknown = { $points } not known: { $asks }
trace-sum = { $points } together
sureness-question = How sure are you of these weights?
find-out-first = Worth finding out first:
find-out-all = All of it ›
sureness-tip = The less sure, the wider the ranges and the sooner a lead is too close to call.

ratings-criterion = Criterion
ratings-weight = weight
ratings-own = own
ratings-disputed = disputed
ratings-none = not rated
ratings-row = { $name }, { $share } of the weight
ratings-row-badge = { $name }, { $share } of the weight, { $badge }
ratings-cell = { $alternative }, { $criterion }: { $value }, plausible from { $range }
ratings-cell-unrated = { $alternative }, { $criterion }: not rated

evidence-title = { $alternative }: { $criterion }
evidence-close = Close
evidence-range = { $range } · { $share } of your weight
evidence-origin-mean = The mean over all answers, because the fact that chooses between them is not known.
evidence-origin-own = An own rating counts here instead of the catalogue's.
evidence-origin-unrated = Nobody rated this. Anything from 0 to 10 is taken as possible.
evidence-origin-rule = Changed by a fact: { $why }
evidence-scale = 0: { $worst }. 10: { $best }.
evidence-scale-more = How the rating comes about
evidence-scale-part = { $measure } ({ $share } of the rating)
evidence-scale-linear = 0 at { $zero } { $unit }, 10 at { $ten } { $unit }, even steps between
evidence-scale-log = 0 at { $zero } { $unit }, 10 at { $ten } { $unit }, each doubling counts alike
evidence-scale-level = { $at }: { $means }
evidence-article = The article says
evidence-article-silent = The article says nothing about this.
evidence-status = { $status }. { $correction }
evidence-sources = Evidence
evidence-support = { $count ->
    [0] No source; { $basis }.
    [one] { $support } support, one source of { $newest }; { $basis }.
   *[other] { $support } support, { $count } sources, newest { $newest }; { $basis }.
}
evidence-source-more = More on { $id } ›
evidence-weight-more = Why this weight ›
evidence-read = How it was read: { $how }
evidence-caveat = But: { $caveat }
evidence-use-own = Use my own rating…
evidence-change-own = Change my own rating…
evidence-remove-own = Back to the catalogue's
own-title = Your own rating
own-explain = From 0 to 10, 10 is better. Lowest and highest say how sure you are.
own-low = lowest
own-mode = most likely
own-high = highest
own-order = Lowest and highest will be moved to enclose the most likely value.
own-reason = Reason
own-reason-hint = What do you know that the catalogue does not?
own-keep = Use it
own-cancel = Cancel
note-title = Note
note-hint = A remark for those who read this later

ranking-caption = score 0–10, with its range
ranking-row = { $place } { $name }: { $score }, plausible from { $range }
ranking-tip = { $question } { $name }: { $summary }. Plausible from { $range }.
ranking-leads-in = leads in
ranking-pending = …
ranking-row-share = { $place } { $name }: { $score }, plausible from { $range }, leads in { $share }
ranking-fails = { $count ->
    [one] fails one
   *[other] fails { $count }
}
verdict-see-charts = Radar in full ›
verdict-see-contributions = What it is made of ›
verdict-more-findings = and { $count } more remarks

analyse-radar-title = What kind of language each is
analyse-contributions-title = What each score is made of
analyse-tornado-title = What moves the lead
analyse-crossover-title = Who leads at which weight
analyse-acceptability-title = How sure the places are
analyse-information-title = What to find out first
analyse-methods-title = What other methods make of it
analyse-parallel-title = Rating by rating
analyse-coverage-title = What the ratings rest on
analyse-about = Weight of: { $group }
analyse-about-nearest = { $group } (nearest to a change)
analyse-show = Show as
analyse-chart = Chart
analyse-table = Table
analyse-axes = Axes
analyse-groups = Groups
analyse-criteria = Criteria
analyse-layout = Layout
analyse-together = Together
analyse-side-by-side = Side by side
analyse-order = Axis order
analyse-order-rows = Row order
analyse-order-up = Move { $name } up
analyse-order-down = Move { $name } down
analyse-order-reset = Back to the usual order
analyse-highlight = Highlight: { $name }
analyse-highlight-none = none
analyse-export = Export…

## gui: explanation

page-account = Full account
page-account-about = Why the verdict is what it is, what it rests on, and what to beware of.
page-changes = What would change it
page-changes-about = The nearest changes that would put another first. Each is made alone, everything else as it is.
account-copy = Copy as text
changes-answers = Another answer
changes-weights = Another weight
changes-ratings = Another rating
changes-joint = Several weights together
changes-to-weight = Weight of { $criterion } ›
changes-to-rating = { $alternative }, { $criterion } ›
changes-to-question = To the question ›
changes-to-crossover = See the crossover ›
why-not-choose = Ask about
why-not-about = Ask about: { $name }
next-title = Find out first
next-answer = Answer it ›
next-enter = Enter what you find ›
verdict-see-account = Full account ›
verdict-see-changes = What would change it ›
verdict-better-on = Better on { $criteria }
own-what = What was measured or seen
own-what-hint = Such as: 12 ms under the expected load
own-date = Date
own-date-hint = year-month-day
own-link = Where it can be read
own-link-hint = An address, a file or a ticket; it is never opened

## gui: dialogs

open-title = Open a profile
open-explain = A path to a .ron file. Files can also be dropped on the window.
open-button = Open
path-field = Path
save-as-title = Save as
save-as-button = Save
save-as-exists = A file of this name exists and will be replaced.
save-failed-title = The profile was not saved
save-failed-explain = It is still open and unsaved. Save it somewhere else:
losses-title = Saving would drop part of this file
losses-explain = Trilemma does not keep these. The file as it is now stays among its earlier versions. Save a copy to leave it alone.
losses-save-copy = Save a copy…
losses-save-anyway = Save and drop them
quit-title = { $count ->
    [one] One profile has unsaved changes
   *[other] { $count } profiles have unsaved changes
}
quit-save = Save and close
quit-discard = Close without saving
profile-title = Name and context
profile-name = Name
profile-context = What is being decided, for somebody who was not there
profile-context-hint = Who builds what, how large, under which constraints?
profile-date = Date
profile-date-explain = Year-month-day. Charts and records carry it.
profile-date-wrong = Write the date as year-month-day, such as 2026-11-23, or leave it empty.
profile-done = Done
criterion-title = Add a criterion
criterion-explain = It joins a group, starts with the points you give it, and is rated by you in the ratings table.
criterion-name = Name
criterion-group = Group
criterion-worst = What 0 means
criterion-best = What 10 means
criterion-points = Points
criterion-add = Add
criterion-full = There are as many own criteria as a profile can hold.
evidence-remove-criterion = Remove this criterion
export-title = Export: { $chart }
export-format = Format
export-theme = Colours
export-light = Light
export-dark = Dark
export-print = Print
export-width = Width
export-height = Height
export-scale = Pixels a point
export-times = { $scale }×
export-pixels = { $width } × { $height } pixels
export-button = Export
export-copy = Copy instead
palette-hint = Type what you want to do
palette-open-profile = Open { $name }
palette-show-page = Show: { $name }
palette-nothing = No command and no profile is called that.
keys-slider = In a slider: arrow keys by 1, with Shift by 10, Home and End to the ends. A double click goes back to the default.
about-title = Trilemma { $version }
about-what = Helps to choose between Python, Go and Rust for one project, and keeps the reasons in a file that can be checked again.
about-catalogue = Catalogue { $version }: { $sources } sources, { $claims } claims of one article examined.
about-limits-title = What the words mean
about-limits = “Clearly” means that the leader stays ahead of the runner-up in at least about { $clear } of what is plausible, “leaning” in at least about { $leaning }. Anything less is too close to call.
about-offline = Works offline. Opens no network connection and sends nothing anywhere.
about-licence = MIT or Apache 2.0. The typeface is Inter, under the SIL Open Font License.
about-licences = Licences of everything inside
licences-keys = The arrow keys, page up, page down, Home and End move through the text.

## cli: help

cli-about = Helps to choose between Python, Go and Rust for one project, and keeps the reasons in a file that can be checked again. Without a command it opens the window.
cli-examples = Examples:
cli-example-window = open the window with an example
cli-example-open = open a profile in the window
cli-example-assess = print the verdict on a shipped example
cli-example-folder = one row for every profile in a folder
cli-example-chart = draw a chart
cli-example-rating = where a rating comes from
cli-example-criteria = every criterion with its ratings
cli-example-criterion = one criterion
cli-example-evidence = one rating with all its evidence
cli-example-claims = what the article claims, and how that stands
cli-example-claims-of = what it claims of one language
cli-remark-files = FILE is a path, - for standard input, or the id of a shipped example; where several are taken, a folder or a pattern such as "**/*.ron", too.
cli-remark-exit-codes = Exit codes: 0 done, 1 the content is not so, 2 usage, 3 a file could not be read or written.
cli-remark-rows = Several profiles, a folder or a pattern give one row each, and all cores work.
cli-remark-check = The exit code is 1 if one of them is not valid.
cli-remark-solve = Prints an array with one result or error for each problem. The exit code is 1 if one of them has no result.
cli-remark-solve-limits = Limits: { $alternatives } alternatives, { $criteria } criteria, { $voices } voices, { $listed } given samples, { $samples } drawn ones, numbers up to 1e300 in magnitude.
cli-arg-open = Profiles to open in the window: paths, -, or ids of shipped examples
cli-arg-catalogue = Use another catalogue: a whole one, or one of your own over the shipped one
cli-arg-files = Profiles: paths, folders, patterns, -, or ids of shipped examples
cli-arg-file = A profile: a path, -, or the id of a shipped example
cli-arg-format = How to write the report
cli-arg-kind = Which chart to draw
cli-arg-output = The file to write, whose ending decides the format: .svg, .png, .pdf, or .csv for the numbers; of several profiles, the folder for one picture each
cli-arg-size = Width and height in points
cli-arg-theme = The colours
cli-arg-scale = Pixels per point; matters to PNG alone
cli-arg-axes = What the axes of a radar or of parallel coordinates are
cli-arg-layout = Whether all languages share one radar or each has its own
cli-arg-about = The group over whose weight a crossover is drawn, by id; the one nearest to changing the leader if absent
cli-arg-against = The language whose distance to the leader a waterfall shows, by id; the runner-up if absent
cli-arg-robustness = Also sample plausible weights and ratings, and say in which share each alternative comes first
cli-arg-explain = Print the explanation alone: in one sentence, in a paragraph, or as a full account
cli-arg-criterion = A criterion, or “claims” for what the article claims
cli-arg-alternative = A language, for all the evidence behind its rating
cli-arg-problem = A file with problems as JSON, or - for standard input
cli-arg-shell = The shell
cli-arg-command = A command, for a page of its own

cli-assess-about = Prints the verdict on a profile, the ranking, what it is made of and what would change it
cli-chart-about = Draws a chart of each profile as SVG, PNG or PDF, or writes its numbers as CSV
cli-check-about = Says whether files are valid profiles, and if not, where and why
cli-examples-about = Lists the shipped examples
cli-catalogue-about = Lists the criteria, or prints one criterion, one rating with its evidence, or the article's claims
cli-solve-about = Solves decision problems given as JSON with the bare engine
cli-completions-about = Prints a script that lets a shell complete commands and options
cli-man-about = Prints the manual page

## cli: messages

cli-files-before-command = Files stand after the command, as in: trilemma assess project.ron
cli-catalogue-needs-command = --catalogue goes with a command, such as: trilemma assess --catalogue FILE project.ron. In the window, choose “Use a catalogue…” in the file menu.
cli-catalogue-written-over = { $file } was written over catalogue { $written }; it is laid over { $present } now. To see what that changed: trilemma catalogue diff { $file }
cli-no-command = There is neither a file nor an example nor a command called “{ $word }”. Did you mean: trilemma { $near }?
cli-output-failed = The result could not be written to standard output: { $cause }.
cli-pattern-nothing = Nothing fits this pattern. ({ $pattern })
cli-folder-empty = There are no profiles (.ron) in this folder. ({ $folder })
cli-size-wrong = a size is width x height in points, each from { $least } to { $most }, such as 800x600
cli-man-unknown = There is no command “{ $word }”. There are { $known }.
cli-no-criterion = There is no criterion “{ $id }”. To see them all, use: trilemma catalogue
cli-no-criterion-near = There is no criterion “{ $id }”. Did you mean “{ $near }”?
cli-no-group = There is no group “{ $id }”. There are { $known }.
cli-no-alternative = There is no alternative “{ $id }”. There are { $known }.
cli-arg-picture-format = The format of each picture where there are several; svg if absent
cli-chart-two-formats = The name of the output and --format ask for two different formats. Leave out --format, or give the name its ending.
cli-chart-folder = Several profiles give several pictures, so the output has to be a folder, not “{ $output }”. Its pictures have the format that --format names.
cli-chart-collision = { $files } would all be drawn into { $output }. Draw them into different folders, or rename them.
cli-chart-ending = The name of the output decides its format. It has to end in one of { $known }.
cli-chart-glyphs = The bundled font lacks these characters, so the picture shows a box for each: { $characters }. An SVG shows them where the reader's system can.
cli-no-display = There is no display (DISPLAY and WAYLAND_DISPLAY are not set), so here is the verdict without a window; for every command, see: trilemma --help
cli-no-window = No window could be opened ({ $reason }), so here is the verdict without one. On Debian and Ubuntu, install libegl1 libgl1 libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0.

## cli: reports

cli-dated = { $date }, catalogue { $version }
cli-undated = catalogue { $version }
cli-ranking = Ranking (score from 0 to 10, and where nine in ten plausible scores lie)
cli-ranking-shares = Ranking (score from 0 to 10, where nine in ten plausible scores lie, and in which share of what is plausible it comes first)
cli-place = { $rank }.
cli-out = out
cli-made-of = What the scores are made of (weight × rating)
cli-others = { $count ->
    [one] one other
   *[other] { $count } others
}
cli-sum = Score
cli-more-alternatives = { $count ->
    [one] One more alternative does not fit here; --format json has all.
   *[other] { $count } more alternatives do not fit here; --format json has all.
}
cli-weights = Weights
cli-weighed = { $name } { $weight }
cli-facts-known = { $known } of { $asked } facts are known.
cli-flips = What would change the leader
cli-findings = Worth a look
cli-more-findings = and { $count } more; --format json has all.

cli-column-id = id
cli-column-profile = profile
cli-column-verdict = verdict
cli-column-leader = leader
cli-column-score = score
cli-column-runner-up = runner-up
cli-column-margin = margin
cli-column-leads-in = leads in
cli-column-weight = weight

cli-check-valid = { $file }: valid
cli-check-losses = Saving it with Trilemma would drop:
cli-examples-use = To see one: trilemma assess public-api. To open it in the window: trilemma public-api.

cli-catalogue-version = catalogue { $version }, { $date }
# What differs between two catalogues.
cli-catalogue-diff-about = Says what differs between two catalogues, and which verdicts would change
cli-remark-catalogue-diff = One catalogue alone is compared with the one in use, which is the shipped one unless --catalogue names another. Both may be whole or laid over the shipped one.
cli-arg-catalogue-first = A catalogue; the later one if it stands alone
cli-arg-catalogue-second = The later catalogue
cli-arg-catalogue-profiles = Profiles, folders or patterns whose verdicts are compared with both
cli-example-catalogue-diff = what your own catalogue says otherwise
cli-catalogue-alternatives = Alternatives
cli-catalogue-groups = Groups
cli-catalogue-criteria = Criteria
cli-catalogue-ratings = Ratings
cli-catalogue-sections = Sections of the interview
cli-catalogue-questions = Questions
cli-catalogue-rules = Rules of the interview
cli-catalogue-requirements = Requirements
cli-catalogue-designs = Mixed designs
cli-catalogue-claims = Claims
cli-catalogue-evidence = Evidence
cli-catalogue-list = { $list }: { $changed } changed, { $added } new, { $removed } gone
cli-catalogue-rating = { $mode } ({ $range })
cli-catalogue-added = new
cli-catalogue-removed = gone
cli-catalogue-number = { $field } { $was } → { $is }
cli-catalogue-same = Both say the same.
cli-catalogue-verdict = { $leader }, { $kind }
cli-catalogue-verdicts = { $compared ->
    [one] One verdict compared
   *[other] { $compared } verdicts compared
}; { $leaders ->
    [0] the leader changes in none
   *[other] the leader changes in { $leaders }
}, how sure it is in { $kinds }
cli-catalogue-diff-unread = With catalogue { $catalogue }: { $why }
cli-catalogue-diff-sealed = { $count ->
    [one] One sealed profile was left out.
   *[other] { $count } sealed profiles were left out.
}

cli-catalogue-scale = Ratings go from 0 to 10, and 10 is always better. “varies” depends on an answer of the interview.
cli-catalogue-use = For one criterion: trilemma catalogue latency. For a rating with its evidence: trilemma catalogue latency go. For the article's claims: trilemma catalogue claims.
cli-varies = varies
cli-scale = Scale
cli-scale-part = { $share }: { $measure } ({ $how })
cli-scale-linear = 0 at { $zero }, 10 at { $ten }, linear; { $unit }
cli-scale-log = 0 at { $zero }, 10 at { $ten }, logarithmic; { $unit }
cli-scale-rubric = by described levels
cli-ratings = Ratings
cli-ratings-none = The catalogue rates nobody here: the ratings come from answers of the interview.
cli-ratings-use = For the evidence: trilemma catalogue { $criterion } LANGUAGE.
cli-rating = { $name } { $mode } ({ $range }), { $basis }, { $support } support
cli-rating-when = { $said }, when { $when }
cli-contested = The article's claim is contested ({ $claims }).
cli-claims = The article's claims: { $count }. Each with how it stands to the evidence, and what the evidence says instead.
cli-claims-of-cell = What the article claims
cli-claim = { $status }: { $says }{ $about }
cli-claim-correction = But: { $correction }
cli-claim-sources = Sources: { $sources }
cli-sources = Sources
cli-source = { $author } ({ $year }): { $title }
cli-source-read = { $strength } evidence, { $tier }: { $read }

## gui: facts and requirements

facts-progress = { $known } of { $asked }
facts-left = { $count ->
    [0] all known
    [one] one left
   *[other] { $count } left
}
facts-next = Next: { $section } ›
facts-done = See what follows from the answers ›
facts-answer = { $asks } { $answer }
facts-unknown = Don't know
facts-no-points = This answer adds no points.
facts-mean = Not known counts as the average answer and widens the ranges.
facts-mean-gains = Not known counts as the average answer ({ $gains }) and widens the ranges.
facts-progress-tip = { $known } of { $asked } answered
facts-changed = { $count } changed
requirements-explain = What fails one of these cannot be recommended, whatever its score.
requirements-none = Nothing is required yet. Answers may suggest requirements, and you can add them yourself.
requirements-on = Counts
requirements-off = Off
requirements-part-memory = Part of this is recalled, not read.
requirements-judged = This rests on judgement.
requirements-everywhere = Catalogue { $name } asks for it in every project.
requirements-suggested = Follows from your facts: { $when }.
requirements-suggested-off = Suggested by your facts ({ $when }), but off until you turn it on.
requirements-by-you = Added by you.
requirements-threshold = Asks for { $what }.
requirements-favours = Decides outside this comparison, and speaks for { $alternative }.
requirements-favours-nobody = Decides outside this comparison.
requirements-reason = Because: { $reason }
requirements-no-reason = No reason given.
requirements-reason-hint = Why is it switched here?
requirements-reason-of = Reason: { $name }
requirements-change = Change…
requirements-change-of = Change { $name }
requirements-remove = Remove

## files: parts of a profile

part-name = Name
part-context = Context
part-date = Date
part-rule = Rule { $id }
part-points = Points of { $criterion }
part-adopted = Where the points come from
part-order = Order of importance
part-order-scheme = How weight falls in the order
part-pair = Comparison of { $one } and { $other }
part-trade-offs = Trade-offs
part-sealed = Sealed result
part-sureness = How sure the weights are
part-rating = Rating of { $alternative } on { $criterion }
part-criterion = Own criterion { $criterion }
part-alternative = Own alternative { $alternative }
part-requirement = Requirement: { $requirement }
part-note = Note on { $criterion }
part-axis-order = Order of the axes
part-voice = Voice of { $name }
part-decision = Decision
part-seed = Seed
part-whole = The whole profile
part-nothing = nothing
part-from-facts = as the facts have it
part-from-catalogue = as the catalogue has it
part-unknown = not known
part-on = on
part-off = off
part-at-least = at least { $rating } on { $criterion }
part-rating-value = { $mode } ({ $range })
part-direct = given directly
part-answers = { $count ->
    [one] one answer
   *[other] { $count } answers
}
part-otherwise = { $value } (different)
part-open = open
part-outside = outside of what is compared
part-favours = speaks for { $alternative }
part-begun = begun

## files: share codes

store-share-none = There is no share code in this text. A code starts with “trilemma1.”; copy it whole.
store-share-damaged = The share code is not complete or was changed on the way. Copy it again, from its start to its last character.
store-share-newer = This share code was made by a newer Trilemma. Update Trilemma to open it.

## files: keeping work

close = Close
status-changed = Changed on disk: compare…
status-changed-tip = Somebody else changed the file while you have unsaved changes.
status-read-only = Read-only, from a newer version
read-only-explain = This profile is from a newer Trilemma. You can look at what this version understands of it; update Trilemma to change it.
save-as-open = This file is open here as another document, so nothing was written. Choose another name.
backup-failed = Saved, but the version before could not be kept. { $reason }
disk-gone = The file of “{ $name }” is gone. Saving puts it back.
disk-reloaded = “{ $name }” was changed on the disk and read again. Undo brings back what was shown before.
disk-changed = “{ $name }” was changed on the disk while you have unsaved changes. Nothing is overwritten without asking.
disk-rename = The file was changed on the disk meanwhile, so it keeps its name. Look at what changed first, with the link at the bottom.
disk-unreadable = “{ $name }” was changed on the disk and cannot be read now. What is open here is unchanged. { $reason }

recovery-title = Unsaved work was found
recovery-explain = { $count ->
    [one] Trilemma ended before this profile was saved. Restoring opens it as it was; it stays unsaved.
   *[other] Trilemma ended before these { $count } profiles were saved. Restoring opens them as they were; they stay unsaved.
}
recovery-of-new = Never saved
recovery-of-example = A changed example
recovery-row = { $origin } · { $when }
recovery-report = A report of the crash lies on this computer and was sent nowhere: { $path }
recovery-unreadable = { $count ->
    [one] One more copy cannot be read now and stays where it is: { $folder }
   *[other] { $count } more copies cannot be read now and stay where they are: { $folder }
}
recovery-restore = Restore
recovery-later = Ask again next time
recovery-later-tip = Nothing is lost: the next start asks again.
recovery-discard = Discard
recovery-done = The unsaved work is open again. Save it to keep it.
recovery-failed = Copies of unsaved work cannot be kept at the moment, so save often. { $reason }

conflict-title = The file was changed meanwhile
conflict-explain = { $theirs ->
    [one] Somebody else changed one thing in it.
   *[other] Somebody else changed { $theirs } things in it.
} { $conflicts ->
    [0] That fits with your changes.
    [one] On one thing you said something else: choose.
   *[other] On { $conflicts } things you said something else: choose.
}
conflict-unreadable = What stands in the file now cannot be read. Your profile is still open and unsaved.
conflict-my-value = Mine: { $value }
conflict-their-value = Theirs: { $value }
conflict-choice = { $part }. { $choice }
conflict-taken = Changed by them alone
conflict-losses = Their file holds comments or fields that saving drops. It stays among the earlier versions.
conflict-merge = Save both together
conflict-mine = Keep mine
conflict-mine-tip = The file gets your version. Theirs stays among its earlier versions.
conflict-theirs = Take theirs
conflict-theirs-tip = Your changes go; Undo brings them back.
conflict-took-theirs = Their version is shown. Undo brings yours back.
conflict-no-merge = The two versions cannot be put together: something would refer to “{ $place }”, which is gone. Choose one of them.
difference-values = { $before } → { $after }

versions-title = Restore an earlier version
versions-explain = Up to { $count } versions are kept, each as the file was before a save.
versions-none = No earlier version is kept yet. The next save keeps what stands in the file now.
versions-undated = Version { $number }
versions-choose = Version of { $when }
versions-differences = { $count ->
    [0] It is the same as what is shown.
    [one] One thing differs from what is shown:
   *[other] { $count } things differ from what is shown:
}
versions-restore = Restore
versions-restored = The earlier version is shown. Save to keep it; Undo takes it back.

export-onto-profile = Files that end in .ron are profiles, so nothing was written there. Choose another name.
edit-refused = That was not taken over: a file with it could not be opened again ({ $place }).

code-title = Open from a share code
code-explain = Paste the text that somebody sent you. It opens as a new profile and replaces nothing.
code-field = Share code
code-copied = The share code is on the clipboard. Paste it into a chat or a mail.
code-opened = The shared profile is open. Save it to keep it.
## gui: another catalogue

catalogue-title = Use a catalogue
catalogue-explain = Ratings, criteria, alternatives and requirements of your own, over the shipped ones. Everything that is open is assessed with it.
catalogue-use = Use this catalogue
catalogue-in-use = Everything is assessed with catalogue { $name } now.
catalogue-shipped = Everything is assessed with the shipped catalogue again.
catalogue-refused = “{ $profile }” speaks of something that catalogue { $catalogue } does not know. Close it first; nothing was changed.
catalogue-not-used = Your catalogue could not be read, so the shipped one is used. { $reason }
catalogue-written-over = { $file } was written over catalogue { $written }; it is laid over { $present } now.
verdict-catalogue = With catalogue { $name }
verdict-catalogue-change = change

folder-title = Library folder
folder-explain = { $count ->
    [0] New profiles are kept in this folder.
    [one] Your profile is copied there and opened from there. The old folder stays as it is.
   *[other] Your { $count } profiles are copied there and opened from there. The old folder stays as it is.
}
folder-use = Use this folder
folder-done = The library is now in { $path }

crash-rescued = Trilemma stopped because of an error in it. { $count ->
    [0] There was no unsaved work.
    [one] One unsaved profile was copied; the next start offers it.
   *[other] { $count } unsaved profiles were copied; the next start offers them.
}
crash-report = A report lies here and was sent nowhere: { $path }

## files: share and merge on the command line

cli-share-about = Prints a profile as one line of text that can be sent in a chat
cli-share-losses = { $count ->
    [one] One comment or field of the file that this version does not keep is not in the code.
   *[other] { $count } comments or fields of the file that this version does not keep are not in the code.
}
cli-remark-share = Whoever gets the code opens it in the window, or gives it to any command on standard input. The code is the profile itself; nothing is uploaded.
cli-merge-about = Puts several people's profiles together, each person's points as a voice; or merges two versions for git
cli-arg-merge-files = Profiles, one a person; with --driver the base, ours and theirs
cli-arg-merge-output = The file to write; one that exists is left alone
cli-arg-driver = Merge two versions of one file as git asks for it: base, ours, theirs. The result is written over ours
cli-remark-merge = A voice is called after its file. What only one profile says is taken over; where they say different things, the first one counts and it is said. The merged points are the mean of the voices' weights.
cli-remark-driver = As git's merge driver it merges part by part. What both sides changed differently stands in the file between git's markers, and the exit code is 1.
cli-merge-output = merge needs -o OUT, the file to write
cli-merge-driver-files = --driver takes three files: the base, ours and theirs
cli-merge-kept = { $part }: kept “{ $kept }” ({ $first }), not “{ $other }” ({ $person }).
cli-merge-faulty = The profiles do not fit together, so nothing was written: look at “{ $place }” in them.
cli-merge-losses = Comments and fields that this version does not know were left out. They are still in the files given.
cli-merge-done = { $count ->
    [one] One voice ({ $names }) in { $path }
   *[other] { $count } voices ({ $names }) in { $path }
}
cli-merge-conflict = Both sides changed this: { $part }. Choose in the file, between the markers.
cli-merge-as-text = A side cannot be read, or holds comments or fields that merging would drop. Both versions stand in the file, between the markers.

## cli: interview and validate; cases

cli-interview-about = Makes a profile of facts given as JSON
cli-validate-about = Runs documented choices through interview and assessment: agreement, calibration, constant answers, misses
cli-arg-facts = A file with facts as JSON, or - for standard input
cli-arg-profile = The profile to write; standard output if absent
cli-arg-cases = Files with documented choices as JSON, or - for standard input; the shipped ones if absent
cli-arg-all = Show all of them, the least alike last
cli-precedents-about = Shows the documented choices nearest to a profile's facts
cli-remark-interview = FACTS is an object with an answer for each question that is known, or an object with “facts” and, if you like, a “name”. What is null or absent is not known. Without a name the profile is called like the file.
cli-remark-validate = CASES is an array of cases, each with the interview's facts and what was chosen. Only alternatives of the time are compared; existing code is left out. Cases with one alternative of the time count for agreement, but not for shares, Brier scores and kinds of verdict. JSON is always an array with one object a file.
cli-interview-name = Project
cli-interview-field = There is no field “{ $field }” here: facts stand in “facts”, and a “name” may stand beside them.
cli-facts-one = This question has one answer, such as { $example }.
cli-facts-each = This question has an answer for each of { $parts }, such as { $example }.
cli-replaced = There was another file with this name; it was replaced. ({ $file })
cli-replaced-several = { $count ->
    [one] There was another file where a picture stands now; it was replaced.
   *[other] There were other files where { $count } of the pictures stand now; they were replaced.
}
cli-json-syntax = This is not JSON from here on: { $reason }.
cli-json-data = This is not what belongs here: { $reason }.
cli-case-chosen = What was chosen is not among the alternatives of the time.
cli-validate-of = { $count ->
    [one] { $file }: one case
   *[other] { $file }: { $count } cases
}
track-app = Trilemma
track-always = Always { $name }
track-since = Trilemma since { $year }
track-contested = Trilemma, contested
track-uncontested = Trilemma, uncontested
track-cases = cases
track-top1 = chosen
track-defensible = defensible
track-by-verdict = By kind of verdict
track-calibration = How sure, and how often right
track-leads-in = leads in
track-expected = expected in
track-mean = on average
track-between = { $from } to { $to }
track-under = under { $to }
track-brier = Brier score of what is expected: { $brier }. Equal chances would score { $uniform }. Less is better.
track-brier-better = So what is expected says more about these choices than equal chances would.
track-brier-worse = So it is surer of itself than these choices bear out: equal chances would have done better.
track-forecasts = On average the leader was expected in { $leader } of the cases, and what was chosen in { $chosen }.
track-shares = The leader leads in { $leader } of what is plausible, on average. That is no forecast: it says how far weights and ratings carry, and much of what decides is neither. Taken for one, it would score { $brier }.
track-by-chosen = By what was chosen
track-by-workload = By what was built
track-no-workload = not known
track-misses = { $count ->
    [0] No misses
    [one] One miss
   *[other] { $count } misses
}
cli-validate-miss = { $name } ({ $year }): { $chosen } was chosen.
miss-not-of-the-time = { $chosen } is not among the alternatives that are compared.
miss-fails = { $count ->
    [one] { $chosen } fails the requirement { $requirements }.
   *[other] { $chosen } fails the requirements { $requirements }.
}
miss-gap-least = less than 0.1
miss-ahead = { $leader } is ahead of { $chosen } by { $gap }.
miss-ahead-on = { $leader } is ahead of { $chosen } by { $gap }, most on { $criteria }.
miss-behind-on = { $chosen } is ahead on { $criteria }.
miss-outside = What decided it is not asked here: { $factor }.
miss-defensible = { $leader } would have been defensible too.
cases-limits = Teams that succeed and teams that rewrite are told of more often than others. The cases were picked so that each language has its share, so they are no base rates. Reasons were written in hindsight, and those who coded the facts knew the outcome; two of them agreed on 84 % of the answers, 71 % of the way from what chance gives to full agreement. In many cases something decided that no interview asks about, so a tool should miss some.
cases-limits-tip = The agreement of those who coded the facts, beyond what chance gives: kappa 0.71.

## Precedents

cli-precedents-of = { $name }: the documented choices most like it
cli-precedent = { $name } ({ $year }): { $chosen }
precedent-alike = { $share } alike
precedent-agrees = Agrees: { $facts }.
precedent-differs = Differs: { $facts }.
precedents-none = At least { $least } facts have to be known to compare with what others chose. Answer some more questions.
fact-of = { $fact }, { $part }
fact-is = { $fact }: { $answer }
fact-differs = { $fact }: { $here } here, { $there } there
precedents-name = Precedents
precedents-title = What others chose
precedents-about = Documented choices of real teams, the most alike first. Only facts count, the kind of program { $times } times; which way the choice went does not.
precedents-few = Answer facts…
precedents-chosen = Of the { $count } most alike, { $chosen }.
precedents-chose = { $count } chose { $name }
precedents-show-all = Show all { $count }
precedents-show-nearest = Show the nearest only
precedent-when = { $year }, { $kind }
precedent-label = { $name }, { $year }: { $chosen } was chosen, { $share } alike
precedent-same = Agrees
precedent-other = Differs
precedent-sources = { $count ->
    [one] One source
   *[other] { $count } sources
}
precedent-sources-of = Sources for { $name }
precedent-recalled = The reason is recalled, not read.
case-greenfield = a new system
case-migration = moved step by step
case-rewrite = a rewrite
case-stay = stayed as it was
case-contested = Contested: more than one choice was defensible.
case-uncontested = Hardly contested: one choice was defensible.

## Track record

track-name = Track record
track-title = How often it agrees with real choices
track-about = Documented choices run through the same interview, each with the languages of its time. Existing code is left out.
track-running = Running the documented choices…
track-part = Cases
track-all = All
track-summary = The answer was what the team chose in { $right } of { $n } cases, and a defensible choice in { $defensible }. Always giving the same answer would have been right in { $best } at best.
track-found = What was found
track-limits = What these figures cannot say
track-agreement = Agreement
track-bar = full bar: chosen, outline: defensible
track-bar-stated = full bar: chosen, outline: defensible, line: stated
track-row = { $name }: { $n } cases, chosen in { $right }, defensible in { $defensible }
track-bin = { $what } { $name }: { $n } cases, on average { $mean }, chosen in { $right }, defensible in { $defensible }
track-calibration-about = Scores do not hold all that decides. How likely teams in such a position are to choose each language is therefore worked out from the scores with a margin for what nobody asked. Of the cases in which the leader was expected with 50 %, about half should be right.
track-miss = { $name } ({ $year })
track-missed = { $chosen } was chosen. { $leader } leads here, in { $share } of what is plausible.
track-missed-alone = { $chosen } was chosen. { $leader } is the only one that qualifies here.
track-missed-none = { $chosen } was chosen. No language qualifies here.
track-said = The team's reason: { $reason }
## Ways of weighing, sealed weights and the gut-feeling check

weights-from-swing = Weights from swings
weights-from-order = Weights from an order of importance
weights-from-pairs = Weights from comparing two at a time
weights-from-trade-offs = Weights from trade-offs
weights-as-answered = { $origin }.
weights-changed-since = { $origin }, changed since.
chart-weights-changed-since = { $origin }, changed since

edit-adopted = Take over weights
edit-swing = Change the swing of { $criterion }
edit-swings = Change all swings
edit-order = Change the order of importance
edit-pair = Compare two
edit-trade-offs = Answer a trade-off
edit-sealed = Seal the result
edit-revealed = Reveal the result
edit-gut-feeling = Change the gut-feeling check

command-weigh = Weigh in another way…
command-weigh-tip = Swing, order, two at a time or trade-offs; compare the ways and take one over.
command-seal-result = Seal the result
command-seal-result-tip = Hide the result, so that everybody weighs before they see what comes of it.
command-reveal-result = Reveal the result
command-reveal-result-tip = Show verdict, ranking and charts again.
command-gut-check = Gut-feeling check…
command-gut-check-tip = Note whether the result feels right, and see what explains a surprise.

weigh-facts = From the facts
weigh-points = Points
weigh-swing = Swing
weigh-order = Order
weigh-pairs = Pairs
weigh-trade-offs = Trade-offs
weigh-compare = Compare
weigh-recommended = recommended
weigh-close = Done
weigh-close-tip = Back to the points. All answers are kept.
weigh-now = Present
weigh-proposed = This way
weigh-from-facts = Facts
weigh-adopt = Use these weights
weigh-adopt-tip = Put these weights in the place of the present ones. One step of undo brings those back.
weigh-used = These weights are in use.
weigh-not-enough = Not enough answers yet.
weigh-adopted = { $origin }. Undo brings the former ones back.
weigh-share-of = { $group } { $share }
weigh-shares = { $name }: { $shares }
weigh-facts-intro = These weights follow from your answers about the project, rule by rule. Taking them over removes all points of your own; the answers of the other ways are kept.
weigh-facts-go = See the facts

swing-intro = Imagine a language that is at the worst end everywhere. Which one improvement, from this worst to that best, would matter most to this project? Give it 100, then the others in proportion.
swing-progress = { $said } of { $all } weighed. What has no number gets no weight.
swing-scale = Make the largest 100
swing-clear = Start again
swing-of = Swing of { $name }
swing-number-of = Swing of { $name } as a number
swing-ends = From “{ $worst }” to “{ $best }”
swing-worst = the worst
swing-best = the best

order-intro = Put what matters most at the top: drag a row, use the arrows, or hold Alt and press up or down. Mean the step from the worst to the best of each, not its importance in general.
order-scheme = Weight falls
order-scheme-tip = Moderately: rank-order centroid, the middle of all weights that have this order. In equal steps: rank sum. Steeply at the top: one over the place.
order-centroid = moderately
order-sum = in equal steps
order-reciprocal = steeply at the top
order-start = Start from this order
order-start-tip = This is the order of the present weights. Take it as it is, then change it.
order-clear = Start again
order-row = { $number }. { $name }
order-row-share = { $number }. { $name }, { $share }
order-up = Move { $name } up
order-down = Move { $name } down
order-tie = Tie { $name } with the one above
order-untie = Untie { $name } from the one above
order-leave-out = Leave { $name } out
order-left-out = Left out, without weight
order-bring-in = + { $name }

pairs-intro = Which of the two matters more, and how much? Think of going from the worst to the best in each. You need not answer all; the facts divide a group's weight unless you compare its criteria too.
pairs-groups = Groups
pairs-level = Compare: { $name }
pairs-scale = { $one } or { $other }
pairs-clear = clear
pairs-clear-of = Clear the answer on { $one } and { $other }
pairs-use = Use this
pairs-use-tip = Replace that one answer by the proposed one.
pairs-progress = { $answered } of { $all } answered.
pairs-fit = Your answers fit together well.
pairs-contradict = Your answers contradict each other: { $how }
pairs-contradict-somewhere = Your answers contradict each other.
pairs-circle = you put { $one } over { $other } and { $other } over { $third }, but { $third } over { $one }.
pairs-triad = { $one } counts { $times } as much as { $other }, which counts { $then } as much as { $third }. That makes { $product }, but you said { $but }.
pairs-times = { $times } times
pairs-fraction = 1/{ $parts }
pairs-apart = Nothing connects { $one } with { $other } yet.
pairs-none = Answer those that you are sure of first.
pairs-unchecked = Nothing can be checked yet: no answer can be held against another.
pairs-mend = This one answer would mend it: { $proposal }
pairs-help = This one answer would help most: { $proposal }
pairs-lambda = λmax { $value }
pairs-ratio = consistency ratio { $value }
pairs-ratio-after = consistency ratio { $value }, then { $after }
pairs-gci = geometric consistency index { $value }
pairs-no-figures = The check starts as soon as answers can be held against each other.
pairs-figures-tip = The consistency ratio uses Saaty's random indices of 1980 and should stay at or below 0.10; it needs every answer. The geometric consistency index works with gaps and should stay at or below 0.31 to 0.37, depending on how many are compared; with gaps that is a rule of thumb.
pair-open = Not compared yet
pair-equal = { $one } and { $other } count the same.
pair-more = { $steps ->
    [2] { $one } counts hardly more than { $other } (2 times).
    [3] { $one } counts a little more than { $other } (3 times).
    [4] { $one } counts noticeably more than { $other } (4 times).
    [5] { $one } counts clearly more than { $other } (5 times).
    [6] { $one } counts considerably more than { $other } (6 times).
    [7] { $one } counts much more than { $other } (7 times).
    [8] { $one } counts very much more than { $other } (8 times).
   *[other] { $one } counts far more than { $other } (9 times).
}

trade-intro = Short questions about two improvements at a time. The answers refine the weights from the facts; each next question depends on the answers so far.
trade-progress = Question { $number } of { $all }
trade-done = { $all } questions, all done
trade-question = Which improvement would matter more to this project?
trade-card = { $name }: { $path }
trade-whole = From “{ $worst }” all the way to “{ $best }”
trade-part = From “{ $worst }”, { $share } of the way to “{ $best }”
trade-equal = Equally much
trade-skip = Skip
trade-skip-tip = Go on without an answer. The question is not asked again.
trade-back = Undo last answer
trade-again = Start again
trade-finished = That was all. Below is what your answers make of the weights.
trade-contradicted = { $count ->
    [one] One of your answers does not fit the others; the weights are a compromise.
   *[other] { $count } of your answers do not fit the others; the weights are a compromise.
}

compare-intro = Different ways of asking give somewhat different weights. Where they agree, you can rely on them; where they do not, look again.
compare-leads = leads
compare-row = { $name }: { $shares }; leads: { $leader }
compare-adopt = Use the weights: { $name }
compare-none = Answer in one of the ways, and its weights appear here.
compare-same-order = The criteria stand in the same order as at present.
compare-similar-order = The criteria stand in a similar order as at present.
compare-partly = The order of the criteria agrees in part.
compare-other-order = The order of the criteria is another one.
compare-furthest = Furthest apart: { $criterion }, { $then } instead of { $now }.

sealed-switch = Weigh before you see the result
sealed-switch-tip = Verdict, ranking and charts stay hidden until you reveal them, here and for whoever opens the file.
sealed-title = The result is sealed
sealed-short = sealed
sealed-why = Weigh first, look afterwards: weights that were given before the answer was known cannot have been bent towards it.
sealed-expect = Which one do you expect to lead?
sealed-expect-why = Only if you like. It helps to notice a surprise.
sealed-expect-one = Expected to lead: { $name }
sealed-no-chart = The result is sealed, so no chart can be exported. Reveal it first.
sealed-no-record = The result is sealed, so no record can be exported. Reveal it first.

gut-title = Gut-feeling check
gut-remove = Remove
gut-remove-tip = Take this check out of the profile.
gut-more = More
gut-less = Less
gut-question = How does the result feel?
gut-right = Right
gut-surprised = Surprising
gut-answer = The result feels: { $name }
gut-expected = Which one did you expect?
gut-met = You expected { $name }, and { $name } leads.
gut-met-close = You expected { $name }, and { $name } comes first, by less than is certain.
gut-missed = You expected { $expected }; { $leader } comes first.
gut-nobody = You expected { $expected }; the result is: { $kind }.
gut-nothing-expected = Nobody said beforehand what was expected.
gut-felt-right = It feels right.
gut-felt-surprised = It is a surprise.
gut-explains = What explains it
gut-fails = { $name } fails a requirement. No score makes up for that.
gut-requirements = See the requirements
gut-gains = { $leader } gains most over { $expected } on:
gut-gain = { $criterion } { $points }
gut-jump = See the ratings on { $criterion }
gut-jump-tip = The evidence for this rating
gut-weights = See these weights
gut-contributions = See what its score is made of
gut-impossible = No weights at all would make { $expected } lead: the ratings decide it.
gut-remark = Remark on the gut-feeling check
gut-remark-hint = A remark, if you like

cli-arg-reveal = Tell the result although the profile is sealed
cli-sealed = The weights are meant to be given before anybody knows the result. To see it all the same, add --reveal; the profile stays sealed.
cli-sealed-named = The result of { $profile } is sealed. To see it all the same, add --reveal.

requirements-back = Back to the facts
requirements-action-of = { $action }: { $name }

## wording: what things rest on

rule-gain = { $criterion } { $points }
rule-suggests = suggests “{ $requirement }”
rule-rating = { $alternative } { $rating }
rule-rates = rates { $criterion } for this: { $ratings }
rule-chooses = For this, { $criterion } is rated: { $ratings }.
rule-shifts = { $criterion } of { $alternative } { $by }
rule-towards-ten = { $criterion } of { $alternative } { $share } of the way to 10
rule-falls = { $criterion } of { $alternative } lower by { $share } of what { $other } lacks to 10
evidence-expired = { $years ->
    [one] past its shelf life of one year
   *[other] past its shelf life of { $years } years
}
evidence-freshness = { $count } of { $sources } sources behind this verdict are past their shelf life; { $share } of the weight rests on them.
mandate-platform = Platform
mandate-vendor-sdk = Vendor's kit
mandate-certification = Certificate
mandate-house-standard = House rule
mandate-other = Other
mandate-said = Demanded from outside ({ $kind }).
mandate-said-by = Demanded by { $by } ({ $kind }).
requirement-threshold = { $criterion } at least { $rating }

## cli: shelf life

cli-arg-as-of = The day on which sources are looked at for their shelf life, such as 2026-11-23; the catalogue's own day if absent
cli-day-wrong = a day is written as 2026-11-23
cli-catalogue-expired = { $count } of { $sources } sources are past the shelf life of a criterion that they are used for, as of { $day }.
cli-example-as-of = sources that are too old by then

## gui: rules and what follows

rule-switch = Rule counts: { $when }: { $does }
rule-switch-tip = Whether this rule counts.
rule-every-project = Every project
rule-answer = { $when }:
rule-off = switched off by you
rule-changed = changed by you
rule-change = Change…
rule-change-of = Change the rule { $when }
rule-done = Done
rule-done-of = Done with the rule { $when }
rule-idle = Does not apply to the answers as they are now.
rule-reason = Reason
rule-reason-of = Reason for changing the rule { $when }
rule-reason-hint = Why is it different here?
rule-back = Back to the catalogue's
rule-back-of = Back to the catalogue's rule { $when }
rule-points-of = Points of { $criterion } by this rule
rule-points-own = catalogue: { $points }
rule-add-criterion = Another criterion…
rule-effects = Ratings that it changes can be replaced in the ratings.
rules-changed = { $count ->
    [one] One rule changed by you
   *[other] { $count } rules changed by you
}
follows-title = These answers gave these weights and requirements
follows-explain = Each line counts unless you switch it off or change it. What you change stays in the profile with your reason.
follows-nothing = Nothing is answered yet, so nothing follows.
follows-start = Answer the first questions ›
follows-accept = Accept and see the priorities
follows-requirements = See the requirements ›
priorities-why = Why { $name } weighs this
weight-title = Why { $criterion } weighs this
weight-share = of the weight: { $points } of { $total } points
weight-own = Given by you. The facts alone would give it { $points } points.
weight-reset = Back to what the facts give ›
weight-lines = What the facts give it
weight-answer = Answer this question ›

## gui: sources and claims

source-none = Judged.
source-link = Source { $id } of { $of }
source-tip = { $title }. { $author }
source-title = Source { $id }
source-by = { $author }, { $year }
source-found = What was found there
source-worth = How good it is
source-strength = { $support } evidence, { $tier }
source-unopened = This address was put together, not opened.
source-rests = What rests on it
source-rating = { $criterion }: { $alternatives } ›
source-expired = Here it is { $expired }.
source-good-until = Good for this until the end of { $year }.
source-claims = { $count ->
    [one] One claim of the article ›
   *[other] { $count } claims of the article ›
}
source-rules = Rules for the answers
source-requirements = Requirements
evidence-expired-since = { $year }, { $expired }
evidence-all-claims = All claims of the article ›
ratings-coverage = { $share } of the weight rests on named sources
ratings-claims = What the article claims ›
claims-back = ‹ Back to the ratings
claims-explain = { $count } claims of one article, in our words, each looked up in the evidence. A claim is not the truth, and neither is its being disputed.
claims-all = All
claims-silent = Article is silent
claims-count = { $name } { $count }
claims-show = Show: { $what }
claims-feeds = { $criterion } ›
claims-feeds-of = { $criterion }, from { $id }
claims-feeds-none = feeds no criterion
claims-about-all = all of them
claims-silent-all = nothing about any of them

## gui: adding a requirement

requirement-title = Add a requirement
requirement-search = Search requirements
requirement-nothing = No requirement of the catalogue has these words.
requirement-other = Not in this list?
requirement-kind-judged = One of your own…
requirement-kind-threshold = A threshold…
requirement-kind-mandate = A demand from outside…
requirement-kind-outside = Something else decides…
requirement-own-title = A requirement of your own
requirement-own-explain = What fails it cannot be recommended, whatever its score.
requirement-name = What must be met
requirement-threshold-title = A threshold
requirement-threshold-explain = What is rated lower than this cannot be recommended.
requirement-name-optional = Name, if it needs one
requirement-criterion = Criterion
requirement-choose = Choose…
requirement-at-least = Rated at least
requirement-rating = Rating to be reached
requirement-mandate-title = A demand from outside
requirement-mandate-explain = Somebody else demands it, and you judge who meets it.
requirement-mandate-name = What is demanded
requirement-demand = Kind of demand
requirement-by = Who demands it
requirement-outside-title = The deciding reason is not in this list
requirement-outside-explain = Nothing here measures it, so it changes no score. It is kept with the decision and said beside the verdict.
requirement-outside-name = What decides
requirement-favours = Speaks for
requirement-favours-nobody = none of them
requirement-judgements = Who meets it
requirement-reason = Reason
requirement-add = Add
requirement-keep = Keep
## compare: two profiles side by side

answer-unknown = not known
answer-of = { $name }: { $answer }
cause-fact = “{ $question }” from { $from } to { $to }
cause-rule = A rule of the interview was changed: { $why }
cause-points = Points for { $criterion } from { $from } to { $to }
cause-rating = { $alternative } on { $criterion } from { $from } to { $to }
cause-criterion = The criterion { $criterion }, which only one of the two has
cause-catalogue = The catalogue, { $from } and { $to }
cause-no-points = No criterion has points on one side
diff-none = none
diff-catalogue = Catalogue
diff-catalogue-is = { $name } { $version }
diff-name = Name
diff-context = Context
diff-date = Date
diff-rule = Rule: { $why }
diff-rule-as-is = as in the catalogue
diff-rule-off = off
diff-rule-changed = other points
diff-points = Points for { $criterion }
diff-from-facts = from the facts
diff-elicitation = How points were found
diff-sureness = How sure of the weights
diff-sealed = Result sealed
diff-gut-feeling = Gut-feeling check
diff-rating = Own rating of { $alternative } on { $criterion }
diff-rating-is = { $mode } ({ $range })
diff-criterion = Own criterion { $criterion }
diff-alternative = Own alternative { $alternative }
diff-requirement = Requirement: { $name }
diff-requirement-off = does not count
diff-requirement-met = all meet it
diff-requirement-fails = { $names } out
diff-note = Note on { $criterion }
diff-axis-order = Order of the radar's axes
diff-order-catalogue = as in the catalogue
diff-order-own = an own order
diff-voice = Voice of { $name }
diff-voice-points = { $count ->
    [one] points for one criterion
   *[other] points for { $count } criteria
}
diff-decision = Decision
diff-decision-is = { $status }, { $chosen }
diff-seed = Seed
diff-weights = { $from } to { $to }
diff-same-leader = { $leader } leads in both.
diff-other-leader = { $first } leads in the first, { $second } in the second.
diff-no-leader-more = { $leader } leads in the first; nobody qualifies in the second.
diff-leader-now = Nobody qualifies in the first; { $leader } leads in the second.
diff-no-leader = Nobody qualifies in either.
elicitation-direct = given directly or from the facts
elicitation-answers = { $way }: { $count ->
    [one] one answer
   *[other] { $count } answers
}
status-proposed = proposed
status-accepted = accepted
status-superseded = superseded

cli-diff-about = Says what differs between two profiles, and how much of every score gap each difference explains
cli-remark-diff = A change is the second's value less the first's. The effects sum to the change exactly.
cli-arg-first = The first profile: a path, -, or the id of a shipped example
cli-arg-second = The second profile
cli-diff-first = First
cli-diff-second = Second
cli-diff-side = { $name }: { $verdict }
cli-diff-same = They say the same.
cli-diff-what = What differs
cli-diff-scores = Scores
cli-diff-change = change
cli-diff-why = Why { $name } changes by { $change }
cli-diff-why-same = { $name } keeps its score
cli-diff-by-weight = by weight
cli-diff-by-rating = by rating
cli-diff-rating = rating
cli-diff-only = { $names }: only in one of the two, so there is no gap to explain.
cli-diff-rest = Everything else

## record: the written decision (headings as MADR 4 has them)

missing-chosen = What was chosen
missing-decided-by = Who decided
missing-date = When it was decided
missing-reason = Why the leader was not chosen
missing-rating-reason = Reason for the own rating of { $alternative } on { $criterion }
voices-together = For all of them together { $leader } leads, by the mean of their weights as well as by the places that they give.
voices-together-differ = By the mean of their weights { $mean } leads; by the places that they give it is { $ranks }.
voices-together-level = By the mean of their weights { $mean } leads; by the places that they give, { $ranks } are level.
voices-consensus = Consensus { $share }: the share of voices that put { $leader } first.
voices-concordance = Agreement on the whole order: { $w }, where 0 is none and 1 is the same order by all.
voices-hottest-matters = They differ most on { $criterion }, from { $lowest } to { $highest } of the weight, and the leader depends on it.
voices-hottest = They differ most on { $criterion }, from { $lowest } to { $highest } of the weight; the leader stays the same either way.

record-title = { $name }: { $chosen }
record-small-print = Decision record · { $status } · { $date }
record-small-print-undated = Decision record · { $status } · no date
record-contents = Contents
record-short-question = Question
record-short-drivers = What counts
record-short-options = Options
record-short-decision = Decision
record-short-pros-and-cons = Pros and cons
record-page = { $page } of { $of }
record-section-question = Context and Problem Statement
record-section-facts = Facts
record-section-drivers = Decision Drivers
record-section-requirements = Requirements
record-section-weights = Weights
record-section-options = Considered Options
record-section-decision = Decision Outcome
record-section-consequences = Consequences
record-section-confirmation = Confirmation
record-section-how-sure = How sure
record-section-changes = What would change it
record-section-pros-and-cons = Pros and Cons of the Options
record-section-option = Option { $name }
record-section-more = More Information
record-section-ratings = Ratings
record-section-evidence = Evidence
record-section-dissent = Dissent
record-section-computed = How it was computed
record-section-profile = Profile
record-section-catalogue = Catalogue used
record-question = Which of { $names } should carry this project?
record-drivers = Requirements come first: what fails one cannot be recommended, whatever its score. The weights say how much each criterion counts among those that remain.
record-facts-caption = What is known of the project
record-requirements-caption = Must-haves and who meets them
record-weights-caption = Criteria with their weights and where these come from
record-ranking-caption = Options by score, from 0 to 10
record-shares-caption = In which share of the plausible weights and ratings each option takes each place
record-ratings-caption = Ratings from 0 to 10 with their plausible range
record-evidence-caption = Sources behind the ratings
record-voices-caption = Who leads for whom
record-column-question = Question
record-column-answer = Answer
record-column-requirement = Requirement
record-column-counts = Counts
record-column-why = Why
record-column-criterion = Criterion
record-column-group = Group
record-column-weight = Weight
record-column-points = Points
record-column-from = From
record-column-option = Option
record-column-place = Place
record-column-score = Score
record-column-range = Range
record-column-first = Comes first in
record-column-requirements = Requirements
record-column-in-place = Place { $place }
record-column-source = Source
record-column-author = Author
record-column-year = Year
record-column-holds-to = Holds to
record-column-for = For
record-column-voice = Voice
record-column-leads-for = Leads
record-none = –
record-no-requirements = No must-have applies.
record-by-people = set by the team
record-points-own = given by the team (from the facts: { $facts })
record-points-base = base { $points }
record-points-unknown = “{ $question }” not known { $points }
record-points-rule = { $answer } { $points }
record-rules-changed = Rules of the interview that the team overruled:
record-rule-off = Off: { $why } { $reason }
record-rule-changed = Other points: { $why } { $reason }
record-notes = Notes:
record-note = : { $note }
record-option-summary = : { $summary }
record-chosen = Chosen option:{" "}
record-because = , because { $reason }
record-because-leads = , because it leads the assessment.
record-because-nothing = . No reason was given.
record-nothing-chosen = No option has been chosen yet. This is what the assessment says.
record-against-leader = The assessment puts { $leader } first; the team decided otherwise.
record-meets-all = meets all
record-fails-some = { $count ->
    [one] fails one
   *[other] fails { $count }
}
record-decided = Decided by { $names } on { $date }.
record-decided-undated = Decided by { $names }; the day is not recorded.
record-decided-by-nobody = Nobody is recorded as having decided.
record-missing = Before this can count as accepted, it still needs:
record-good-gain = Good, because it brings { $points } points more on { $criterion } than { $other }.
record-bad-loss = Bad, because it brings { $points } points less on { $criterion } than { $other }.
record-no-consequences = Nothing tells the options apart by as much as a tenth of a point.
record-confirmation = The command “trilemma verify” with this file recomputes every number here. It fails when one of them differs, when the leader has changed, when a requirement fails, and when evidence is out of date.
record-confirmation-numbers = The scores of the day of the decision, with catalogue { $version }, are part of the profile below.
record-margin = The verdict is “{ $kind }”: the lead is { $margin } points, with a standard deviation of { $sd } over plausible weights and ratings. From { $clear } standard deviations on a lead is clear, from { $leaning } on it leans.
record-known = { $known } of { $asked } facts are known. How sure of the weights: { $sureness }.
record-nothing-changes = There is nobody to lead over, so no weight and no rating changes the leader.
record-find-out = What could change the leader and is worth finding out:
record-unknown = { $about } Knowing it is worth { $gain } points.
record-pros-and-cons = The criteria that bring an option most, and least, compared with the others, after their weight.
record-good = Good, because { $because }
record-bad = Bad, because { $because }
record-bad-requirement = Bad, because it fails a requirement: { $requirement }.
record-neutral = Neutral, because nothing sets it apart from the others.
record-because-rating = { $criterion } is rated { $rating }.
record-because-reason = { $criterion } is rated { $rating }. { $reason }
record-more = Everything behind the outcome: ratings, sources, dissent, and the data to compute it again.
record-ratings = A rating means the same whoever else is compared; 10 is always better. In brackets stands the plausible range.
record-rating = { $mode } ({ $range })
record-rating-own = { $rating }, own
record-own-ratings = The team's own ratings:
record-own-of = { $alternative } on { $criterion }
record-no-reason = no reason given
record-evidence = { $count ->
    [one] One source is behind the ratings that have weight; { $covered } of the weight rests on sources.
   *[other] { $count } sources are behind the ratings that have weight; { $covered } of the weight rests on sources.
} A source holds to the end of the year named, by the shelf life of its criteria.
record-beware = To beware of:
record-no-evidence = No source is behind the ratings that have weight.
record-voices-sealed = The weights of single people are still sealed.
record-no-voices = No weights of single people are recorded.
record-gut-feeling = Gut-feeling check: { $said }
record-expected = { $expected } was expected.
record-engine = Trilemma { $version }
record-catalogue = Catalogue { $name } { $version } of { $date }
record-seed = Seed { $seed }
record-method = The score is the sum of weight times rating; ranges are the 5th to the 95th percentile.
record-enclosed-profile = The profile
record-enclosed-profile-about = The profile as it was assessed. Saved as a file of its own, it opens in Trilemma.
record-enclosed-catalogue = The part of the catalogue that was used
record-enclosed-catalogue-about = The part of the catalogue that the numbers rest on, so that they can be computed again without it.

store-record-incomplete = This record carries no { $what }, so it cannot be checked. Write it again from its profile.
store-record-profile = profile
store-record-catalogue = part of the catalogue

cli-record-about = Writes the decision record of a profile as Markdown, HTML or PDF
cli-remark-record = Beside a Markdown record its charts are written as SVG files. Markdown and HTML carry all data that “verify” needs.
cli-arg-record-output = The file to write; its ending decides the format: .md, .html or .pdf
cli-record-ending = The ending of the file decides the format of the record. Known are { $known }.
cli-record-missing = Before the decision can count as accepted, it still needs: { $missing }

## verify: whether a decision still holds

verify-nobody = nobody
verify-nothing-recorded = It records no decision with numbers, so there is nothing to compute again.
verify-leader = The leader has changed: { $recorded } led when it was decided, now it is { $now }.
verify-requirement = { $alternative } fails a requirement: { $requirements }.
verify-score = The score of { $alternative } is recorded as { $recorded } and computed as { $computed }.
verify-score-gone = The score of { $alternative } is recorded, but it is not compared any more.
verify-expired = The evidence for { $alternative } on { $criterion } is out of date: it held to the end of { $year }.
verify-leader-since = With catalogue { $catalogue } the leader changes from { $before } to { $now }.
verify-requirement-since = With catalogue { $catalogue } { $alternative } fails a requirement: { $requirements }.
verify-old = { $count ->
    [one] One rating rested on old evidence already when it was decided.
   *[other] { $count } ratings rested on old evidence already when it was decided.
}
verify-decided-with = The decision was made with catalogue { $recorded }; it was computed again with { $present }.
verify-other-catalogue = It was recorded with the catalogue “{ $recorded }”; “{ $present }” cannot say what has changed since.
verify-catalogue = The catalogue has changed since, from { $from } to { $to }.
verify-catalogue-nothing = No rating and no weight of this profile is another.
verify-catalogue-weights = Some weights are others.
verify-catalogue-kind = How sure the verdict is changes with it.
verify-catalogue-same-kind = The verdict is as sure as before.
verify-rating = { $alternative } on { $criterion } from { $from } to { $to } ({ $effect } points).
verify-line = Line { $line } reads “{ $reads }”; computed again it is “{ $should }”.
verify-line-missing = At line { $line } this is missing: “{ $should }”.
verify-line-extra = Line { $line } was added: “{ $reads }”.
verify-more-lines = { $count ->
    [one] One more line differs.
   *[other] { $count } more lines differ.
}
verify-picture = The picture { $file } shows something else than what is computed.

cli-verify-about = Computes recorded decisions again and says whether they still hold: profiles, Markdown and HTML records
cli-remark-verify = The exit code is 1 if the leader has changed, a requirement fails, a recorded number differs, or evidence has expired.
cli-arg-verify = Profiles with a decision, records, or folders and patterns with either
cli-arg-verify-as-of = The day on which evidence should be in date, such as 2026-11-23; today if absent
cli-verify-holds = { $file }: holds
cli-verify-fails = { $file }: does not hold
cli-verify-skipped = { $count ->
    [one] One profile records no decision and was left out.
   *[other] { $count } profiles record no decision and were left out.
}
cli-folder-nothing = There is nothing to verify in this folder. ({ $folder })
cli-progress = { $done } of { $of }, { $secs } s left

## gui: record and comparison

command-record = Record
command-record-tip = Read the decision as it will be written, and fill in what is missing.
command-export-record = Export record…
command-export-record-tip = Write the decision record as Markdown, HTML or PDF.
command-compare = Compare profiles
command-compare-tip = Set two to four profiles side by side, and see why their scores differ.
record-still-missing = Still missing
record-written = Record written to { $path }
record-formats = Markdown (MADR), HTML or PDF.
record-cell = { $column }: { $value }
record-export-title = Export the record
record-markdown = Markdown
record-html = HTML
record-pdf = PDF
record-markdown-about = For a repository: MADR 4, with the charts as SVG files beside it and all data to check it again.
record-html-about = One page with everything in it, to read, print and check again.
record-pdf-about = For paper and signatures. It cannot be checked again; keep the Markdown or HTML as well.
decision-title = Decision
decision-chosen = Chosen
decision-chosen-is = { $name }
decision-nothing = Nothing yet
decision-people = Decided by
decision-people-hint = Names, with commas between
decision-date = On
decision-today = Today
decision-reason = Reason
decision-status = Status
decision-accept-blocked = First fill in what is still missing.
checks-title = Checks today
checks-numbers-yes = Numbers recompute: yes
checks-numbers-no = Numbers recompute: no
checks-numbers-none = Numbers: recorded when the decision is accepted
checks-requirements-yes = Requirements hold: yes
checks-requirements-no = Requirements hold: no
checks-evidence-yes = Evidence in date: yes
checks-evidence-partly = Evidence in date: not all. { $old }
checks-evidence-old = { $count ->
    [one] Evidence in date: not all, one rating rests on old evidence
   *[other] Evidence in date: not all, { $count } ratings rest on old evidence
}
checks-evidence-no = { $count ->
    [one] Evidence in date: no, one rating has expired since
   *[other] Evidence in date: no, { $count } ratings have expired since
}
checks-record-again = Record today's numbers
checks-record-again-tip = Replaces the recorded numbers with those computed now.
checks-anyone = Anyone can run “trilemma verify” on the record later: it fails when the leader changes or the evidence is out of date.
compare-title = Compare profiles
compare-subtitle = Verdicts, scores, requirements and weights side by side, and why the scores differ.
compare-nothing = Choose a profile to set beside this one.
compare-with = and
compare-remove = Remove
compare-remove-named = Remove { $name } from the comparison
compare-add = Add a profile…
compare-verdict = Verdict
compare-score = Score of { $name }
compare-score-is = { $score } ({ $range })
compare-score-out = { $score }, fails a requirement
compare-requirements = Requirements
compare-weight = Weight of { $name }
compare-why = From { $first } to { $second }
compare-explain = Explain the difference from
compare-change = { $name } from { $from } to { $to } ({ $by })
compare-sum = The steps sum to the change exactly. Point at one to read what changed.
compare-sealed = The result of { $name } is sealed, so nothing is compared with it. Reveal it first.

## gui: voices

command-voices = Voices
command-voices-tip = Several people's weights in this profile: who leads for whom, and where they differ.
command-add-voice = Add a person…
command-add-voice-tip = Puts another person's weights into this profile, beside everybody else's.
command-reveal-voices = Reveal all voices
command-reveal-voices-tip = Opens all sealed weights in one step and shows what they come to.
command-adopt-mean = Use the mean of all voices
command-adopt-mean-tip = Puts the mean of all voices' weights in the place of the profile's own. Undo takes it back.
voices-title = Voices
voices-subtitle = What each person weighs, who leads for whom, and whether the differences matter.
voices-nobody = A team seldom weighs alike, and often the loudest difference changes nothing. Add each person's weights, and see who leads for whom.
voices-nobody-merge = Profiles that people filled in by themselves become voices of one profile with “trilemma merge”, or one by one here.
voices-together-tab = All together
voices-show = Show { $name }
voices-name-sealed = { $name } (sealed)
voices-is-sealed = The weights of { $name } are sealed
voices-leads-for = For { $name }, { $leader } leads with { $score }
voices-none-qualifies = Every alternative fails a requirement, so nobody leads, whatever the weights.
voices-seal = Seal these weights until everybody's are in
voices-seal-tip = Hides them here and in records, so that nobody is swayed. They can still be read in the file itself.
voices-sealed-explain = They stay hidden until all voices are revealed together. To change them, take the seal off, and put it on again afterwards. The file itself is not encrypted.
voices-rename = Rename…
voices-remove = Remove
voices-remove-tip = Takes { $name } out of this profile. Undo brings the voice back.
voices-waiting = { $sealed } of { $all } voices are sealed
voices-all-in = Everybody's weights are in. Nothing is told of anybody before all are revealed together.
voices-not-in = { $count ->
    [one] { $names } is not sealed yet. Nothing is told of anybody before all are revealed together.
   *[other] { $names } are not sealed yet. Nothing is told of anybody before all are revealed together.
}
voices-who = Who leads for whom
voices-mean = Mean of all weights
voices-borda = By places
voices-borda-tip = By places, an alternative gets a point from each voice for each other that stands below it there, half a point where they are level (Borda points).
voices-concordance-tip = Kendall's W, corrected for ties.
voices-agreement = How far they agree
voices-differ = Where they differ most
voices-column-criterion = Criterion
voices-column-least = Least
voices-column-most = Most
voices-column-turns = Does the leader depend on it?
voices-share-by = { $share } ({ $name })
voices-turns = Yes: { $lowest } leads at the least, { $highest } at the most
voices-turns-nothing = No
voices-no-mean = There is no mean of the voices while one of them is sealed, or before there is one.
voices-adopted = The mean of all voices is now the profile's weights
voices-left-out = { $count ->
    [one] One criterion of the other profile does not exist here and was left out
   *[other] { $count } criteria of the other profile do not exist here and were left out
}
voices-add-title = Add a person
voices-add-explain = Their weights stand beside everybody else's and change nothing until you take over the mean.
voices-name = Name
voices-add = Add
voices-rename-title = Rename a voice
voices-rename-done = Rename
voices-taken = There is already a voice of { $name }.
voices-start = Begin with
voices-start-with = Begin with: { $name }
voices-start-profile = The profile's weights
voices-start-equal = Equal weights
voices-start-other = Another profile's
voices-start-code = A share code's
voices-choose-profile = Choose a profile
