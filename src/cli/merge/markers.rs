//! Two texts in one, line by line, with git's markers around what differs.
//!
//! It knows nothing of profiles.

const OURS: &str = "<<<<<<< ours";
const MIDDLE: &str = "=======";
const THEIRS: &str = ">>>>>>> theirs";

/// Comparing takes lines times lines; beyond this the whole middle counts as different.
const MAX_CELLS: usize = 4_000_000;

/// Both texts, with their common lines once.
pub fn between(ours: &str, theirs: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (ours.lines().collect(), theirs.lines().collect());
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let mut text = String::new();
    let mut push = |lines: &[&str]| lines.iter().for_each(|line| text.extend([line, "\n"]));
    push(&a[..head]);
    let (mine, other) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    let (mut i, mut j) = (0, 0);
    for (k, l) in common(mine, other).into_iter().chain([(mine.len(), other.len())]) {
        if i < k || j < l {
            push(&[OURS]);
            push(&mine[i..k]);
            push(&[MIDDLE]);
            push(&other[j..l]);
            push(&[THEIRS]);
        }
        push(&mine[k..(k + 1).min(mine.len())]);
        (i, j) = (k + 1, l + 1);
    }
    push(&a[a.len() - tail..]);
    text
}

/// The positions of a longest common subsequence.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    if a.len().saturating_mul(b.len()) > MAX_CELLS {
        return Vec::new();
    }
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let (here, down, right) = (i * width + j, (i + 1) * width + j, i * width + j + 1);
            longest[here] = if a[i] == b[j] { longest[down + 1] + 1 } else { longest[down].max(longest[right]) };
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_stands_between_markers() {
        assert_eq!(
            between("a\nb\nc\nd\ne\n", "a\nB\nc\nd\nE\ne\n"),
            "a\n<<<<<<< ours\nb\n=======\nB\n>>>>>>> theirs\nc\nd\n<<<<<<< ours\n=======\nE\n>>>>>>> theirs\ne\n"
        );
        assert_eq!(between("a\nb\n", "a\nb\n"), "a\nb\n");
        assert_eq!(between("a\n", ""), "<<<<<<< ours\na\n=======\n>>>>>>> theirs\n");
    }
}
