//! What ten thousand profiles cost: reading them, assessing them as well, and how much memory that takes beside a tenth of them.
//!
//! `cargo bench --bench batch`. Asserts nothing, because machines differ; what the results are is checked in `tests/`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use trilemma::{
    assessment::assess,
    model::{Answer, OwnRating, Profile, QuestionKind},
    store,
};

const MANY: usize = 10_000;
const FEW: usize = 1_000;
/// Each is measured so often, in turns; the median counts.
const ROUNDS: usize = 5;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let (many, few) = (folder.path().join("many"), folder.path().join("few"));
    let files = write(&many, MANY);
    write(&few, FEW);
    let bytes: u64 = files.iter().map(|file| fs::metadata(file).map_or(0, |metadata| metadata.len())).sum();
    println!("{MANY} profiles, {} bytes each on average; median of {ROUNDS} rounds\n", bytes / MANY as u64);

    println!("One thread                    ms    beside reading");
    let mut times = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        times[0].push(took(|| files.iter().map(|file| values(file)).sum()));
        times[1].push(took(|| files.iter().map(|file| read(file).points.len()).sum()));
        times[2].push(took(|| files.iter().map(|file| assess(store::shipped(), &read(file)).criteria.len()).sum()));
    }
    let [values, read, assessed] = times.map(median);
    for (name, time) in [("RON alone, unchecked", values), ("read", read), ("read and assessed", assessed)] {
        println!("  {name:22} {:8.1}   {:10.2}", time * 1e3, time / read);
    }

    println!("\nThe program, all cores        ms    beside check   most memory, MB");
    let mut times = [const { Vec::new() }; 2];
    let mut memory = [0; 3];
    for _ in 0..ROUNDS {
        for (k, command) in ["check", "assess"].into_iter().enumerate() {
            let (time, most) = ran(command, &many);
            times[k].push(time);
            memory[k] = memory[k].max(most);
        }
        memory[2] = memory[2].max(ran("assess", &few).1);
    }
    let [check, assessed] = times.map(median);
    let megabytes = |kilobytes: u64| kilobytes as f64 / 1024.0;
    println!("  check, {MANY:6}        {:8.1}   {:10.2}   {:12.1}", check * 1e3, 1.0, megabytes(memory[0]));
    println!("  assess, {MANY:6}       {:8.1}   {:10.2}   {:12.1}", assessed * 1e3, assessed / check, megabytes(memory[1]));
    println!("  assess, {FEW:6}                             {:12.1}", megabytes(memory[2]));
}

/// Profiles as people write them: the shipped ones with other answers, some with points and ratings of their own.
fn write(folder: &Path, count: usize) -> Vec<PathBuf> {
    fs::create_dir_all(folder).expect("a folder can be made");
    let mut numbers = Numbers(7);
    let files = (0..count).map(|n| {
        let file = folder.join(format!("{n:05}.ron"));
        fs::write(&file, store::write(&profile(n, &mut numbers))).expect("a file can be written");
        file
    });
    files.collect()
}

fn profile(n: usize, numbers: &mut Numbers) -> Profile {
    let catalogue = store::shipped();
    let examples = store::examples();
    let mut profile = examples[n % examples.len()].profile.clone();
    profile.name = format!("{} {n}", profile.name);
    for question in &catalogue.interview.questions {
        if let (QuestionKind::Choice(answers), true) = (&question.kind, numbers.below(3) == 0) {
            profile.facts.0.insert(question.id.clone(), Answer::One(answers[numbers.below(answers.len())].id.clone()));
        }
    }
    for criterion in &catalogue.criteria {
        if n.is_multiple_of(2) && numbers.below(3) == 0 {
            profile.points.insert(criterion.id.clone(), numbers.below(20) as f64);
        }
        let alternative = &catalogue.alternatives[numbers.below(catalogue.alternatives.len())];
        if n.is_multiple_of(3) && numbers.below(6) == 0 && profile.own_rating(&criterion.id, &alternative.id).is_none() {
            let mode = 2.0 + numbers.below(7) as f64;
            profile.ratings.push(OwnRating {
                criterion: criterion.id.clone(),
                alternative: alternative.id.clone(),
                low: mode - 1.0,
                mode,
                high: mode + 1.0,
                reason: "Seen in our last three services of this kind.".to_owned(),
                evidence: None,
            });
        }
    }
    profile
}

/// What the RON of a file holds, without looking whether it makes sense: the least that anybody can do to read it.
fn values(file: &Path) -> usize {
    let text = fs::read_to_string(file).expect("it was written");
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str::<Profile>(&text).expect("it is a profile").points.len()
}

/// A profile read as the program reads it: with every check, and what a save would drop.
fn read(file: &Path) -> Profile {
    let bytes = fs::read(file).expect("it was written");
    store::parse(&bytes, store::shipped()).expect("it is a profile").profile
}

#[expect(clippy::disallowed_methods, reason = "how long it takes is what is measured")]
fn took(work: impl FnOnce() -> usize) -> f64 {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed().as_secs_f64()
}

/// Seconds that the program takes for a folder, and the most memory that it has resident, in kilobytes; 0 where the system does not
/// tell.
fn ran(command: &str, folder: &Path) -> (f64, u64) {
    let mut most = 0;
    let time = took(|| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_trilemma"));
        let program = program.arg(command).arg(folder).args(["--format", "csv"]).stdout(Stdio::null());
        let mut child = program.spawn().expect("the program starts");
        while child.try_wait().expect("it was started").is_none() {
            most = resident(child.id()).max(most);
            std::thread::sleep(Duration::from_millis(1));
        }
        0
    });
    (time, most)
}

fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse().ok()).unwrap_or(0)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The same numbers on every run: a linear congruential generator by Knuth.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }
}
