//! [`Outline`]: where every value of a RON text stands, which keys it repeats, and which comments it holds.
//!
//! It knows nothing of profiles and judges no syntax; `ron` reads the values themselves.

use std::collections::BTreeMap;

use super::{
    Place,
    lexer::{Lexer, Token, TokenKind},
};

/// A profile needs eight levels; a file far beyond is hostile or broken, and reading it would cost stack.
const MAX_DEPTH: usize = 32;
/// How many values a file may hold: more than any list's limit allows, few enough that reading them is instant.
const MAX_VALUES: usize = 200_000;
/// Comments beyond this are counted by nobody.
const MAX_COMMENTS: usize = 1_000;

/// One step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A field's name or a map's key.
    Key(String),
    /// A place in a list or tuple, from 0.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// Why an outline was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    TooDeep(Place),
    TooMany(Place),
}

/// A key that stands twice in one map or struct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    pub key: String,
    pub first: Place,
    pub place: Place,
}

/// What kind of value stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    Struct,
    List,
    Map,
    Text,
    Word,
}

/// A value.
#[derive(Debug)]
pub struct Node {
    parent: usize,
    /// `None` for the whole, and for what a name wraps, as in `Some(…)` or `Swing(…)`: it counts as the wrapper itself.
    step: Option<Step>,
    pub kind: NodeKind,
    /// Byte range in the source.
    pub start: usize,
    pub end: usize,
    pub place: Place,
    /// Where its key stands, or itself if it has none.
    pub key_place: Place,
}

impl Node {
    /// Its key, if its place is not one in a list.
    pub fn key(&self) -> Option<&str> {
        match &self.step {
            Some(Step::Key(key)) => Some(key),
            _ => None,
        }
    }
}

/// The outline of a text.
#[derive(Debug)]
pub struct Outline<'a> {
    source: &'a str,
    /// Parents before children, in the order of the text; the first is the whole value.
    nodes: Vec<Node>,
    pub comments: Vec<(Place, &'a str)>,
    pub repeated: Vec<Repeated>,
}

/// A bracket that is still open.
struct Frame {
    node: usize,
    /// Whether a name stands before it and wraps what comes first.
    wraps: bool,
    index: usize,
    key: Option<(String, Place)>,
    seen: BTreeMap<String, Place>,
}

impl<'a> Outline<'a> {
    /// Reads as far as the text makes sense.
    ///
    /// # Errors
    /// When the text is nested too deeply or holds too many values.
    pub fn read(source: &'a str) -> Result<Self, Limit> {
        let outline = Self { source, nodes: Vec::new(), comments: Vec::new(), repeated: Vec::new() };
        let mut reading = Reading { outline, frames: Vec::new(), waiting: None };
        let mut attribute_brackets = None;
        for token in Lexer::new(source) {
            match (token.kind, attribute_brackets) {
                (TokenKind::Comment, _) => reading.comment(&token),
                // `#![enable(…)]` stands before the value and is none.
                (TokenKind::Other('#'), None) if reading.frames.is_empty() => attribute_brackets = Some(0_usize),
                (TokenKind::Open(_), Some(open)) => attribute_brackets = Some(open + 1),
                (TokenKind::Close, Some(open)) => attribute_brackets = (open > 1).then(|| open - 1),
                (_, Some(_)) => {}
                (_, None) => reading.token(token)?,
            }
        }
        reading.leaf()?;
        Ok(reading.outline)
    }

    pub fn root(&self) -> Option<&Node> {
        self.nodes.first()
    }

    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter()
    }

    /// The value at a path.
    pub fn find(&self, path: &[Step]) -> Option<&Node> {
        let mut at = 0;
        for step in path {
            at = self.child(at, step)?;
        }
        self.nodes.get(at)
    }

    /// The value at a path, or the nearest value around it.
    pub fn find_nearest(&self, path: &[Step]) -> Option<&Node> {
        (0..=path.len()).rev().find_map(|length| self.find(&path[..length]))
    }

    fn child(&self, parent: usize, step: &Step) -> Option<usize> {
        for (at, node) in self.nodes.iter().enumerate().skip(parent + 1) {
            if node.parent == parent {
                match &node.step {
                    Some(own) if own == step => return Some(at),
                    None => {
                        if let Some(inner) = self.child(at, step) {
                            return Some(inner);
                        }
                    }
                    Some(_) => {}
                }
            }
        }
        None
    }

    /// The way to a value.
    pub fn path<'n>(&'n self, mut node: &'n Node) -> Vec<&'n Step> {
        let mut path = Vec::new();
        loop {
            path.extend(&node.step);
            let parent = &self.nodes[node.parent];
            if std::ptr::eq(parent, node) {
                break;
            }
            node = parent;
        }
        path.reverse();
        path
    }

    /// Whether it is a text that says this.
    pub fn says(&self, node: &Node, text: &str) -> bool {
        // An escape never makes a literal shorter than what it says, so most texts need no decoding.
        node.kind == NodeKind::Text && node.end - node.start >= text.len() && self.content(node) == text
    }

    /// The value as it stands in the text.
    pub fn source_of(&self, node: &Node) -> &'a str {
        &self.source[node.start..node.end]
    }

    /// What a text says, its escapes undone; what a word says.
    pub fn content(&self, node: &Node) -> String {
        decoded(self.source_of(node))
    }
}

struct Reading<'a> {
    outline: Outline<'a>,
    frames: Vec<Frame>,
    /// A text or word of which the next token says whether it is a key, a name or a value.
    waiting: Option<Token>,
}

impl Reading<'_> {
    fn token(&mut self, token: Token) -> Result<(), Limit> {
        match token.kind {
            TokenKind::Open(bracket) => self.open(&token, bracket),
            TokenKind::Close => {
                self.leaf()?;
                if let Some(frame) = self.frames.pop() {
                    self.outline.nodes[frame.node].end = token.end;
                }
                Ok(())
            }
            TokenKind::Colon => {
                self.key();
                Ok(())
            }
            TokenKind::Comma => {
                self.leaf()?;
                if let Some(frame) = self.frames.last_mut() {
                    frame.index += 1;
                    frame.key = None;
                }
                Ok(())
            }
            TokenKind::Text | TokenKind::Word => {
                self.leaf()?;
                self.waiting = Some(token);
                Ok(())
            }
            TokenKind::Comment | TokenKind::Other(_) => self.leaf(),
        }
    }

    fn open(&mut self, token: &Token, bracket: u8) -> Result<(), Limit> {
        let name = if bracket == b'(' { self.waiting.take_if(|word| word.kind == TokenKind::Word) } else { None };
        self.leaf()?;
        let (start, place) = name.map_or((token.start, token.place), |name| (name.start, name.place));
        let kind = match bracket {
            b'(' => NodeKind::Struct,
            b'[' => NodeKind::List,
            _ => NodeKind::Map,
        };
        // Until its bracket closes, a value reaches to the end of what there is.
        let node = self.add(kind, start, self.outline.source.len(), place)?;
        if self.frames.len() == MAX_DEPTH {
            return Err(Limit::TooDeep(token.place));
        }
        self.frames.push(Frame { node, wraps: name.is_some(), index: 0, key: None, seen: BTreeMap::new() });
        Ok(())
    }

    /// What waited is a value.
    fn leaf(&mut self) -> Result<(), Limit> {
        let Some(token) = self.waiting.take() else { return Ok(()) };
        let kind = if token.kind == TokenKind::Text { NodeKind::Text } else { NodeKind::Word };
        self.add(kind, token.start, token.end, token.place).map(drop)
    }

    /// What waited is a key.
    fn key(&mut self) {
        let (Some(token), Some(frame)) = (self.waiting.take(), self.frames.last_mut()) else { return };
        let key = decoded(&self.outline.source[token.start..token.end]);
        match frame.seen.get(&key) {
            Some(first) => self.outline.repeated.push(Repeated { key: key.clone(), first: *first, place: token.place }),
            None => drop(frame.seen.insert(key.clone(), token.place)),
        }
        frame.key = Some((key, token.place));
    }

    fn add(&mut self, kind: NodeKind, start: usize, end: usize, place: Place) -> Result<usize, Limit> {
        let at = self.outline.nodes.len();
        if at == MAX_VALUES {
            return Err(Limit::TooMany(place));
        }
        let (parent, step, key_place) = match self.frames.last_mut() {
            None => (0, (at > 0).then_some(Step::Index(at)), place),
            Some(frame) => match frame.key.take() {
                Some((key, key_place)) => (frame.node, Some(Step::Key(key)), key_place),
                None if std::mem::take(&mut frame.wraps) => (frame.node, None, place),
                None => (frame.node, Some(Step::Index(frame.index)), place),
            },
        };
        self.outline.nodes.push(Node { parent, step, kind, start, end, place, key_place });
        Ok(at)
    }

    fn comment(&mut self, token: &Token) {
        if self.outline.comments.len() < MAX_COMMENTS {
            self.outline.comments.push((token.place, self.outline.source[token.start..token.end].trim_end()));
        }
    }
}

/// A string literal's text, or a word as it stands.
fn decoded(literal: &str) -> String {
    let plain = literal.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).filter(|text| !text.contains('\\'));
    if let Some(text) = plain {
        return text.to_owned();
    }
    if literal.contains('"') {
        return ron::from_str(literal).unwrap_or_else(|_| literal.to_owned());
    }
    literal.strip_prefix("r#").unwrap_or(literal).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(steps: &[&dyn Fn() -> Step]) -> Vec<Step> {
        steps.iter().map(|step| step()).collect()
    }

    #[test]
    fn values_are_found_by_their_path() {
        let source = "// x\n#![enable(implicit_some)]\nProfile(a: [(b: 1), (b: Some(\"é\\n\"))], c: Swing({\"x\": -1}), t: (1, 2))";
        let outline = Outline::read(source).unwrap();
        let at = |path: &[Step]| outline.find(path).map(|node| outline.content(node));
        assert_eq!(at(&["a".into(), 1.into(), "b".into()]).as_deref(), Some("Some(\"é\\n\")"));
        assert_eq!(at(&["c".into(), "x".into()]).as_deref(), Some("-1"));
        assert_eq!(at(&["t".into(), 1.into()]).as_deref(), Some("2"));
        assert_eq!(at(&["t".into(), 2.into()]), None);
        let node = outline.find(&["c".into(), "x".into()]).unwrap();
        assert_eq!(outline.path(node), steps(&[&|| "c".into(), &|| "x".into()]).iter().collect::<Vec<_>>());
        assert_eq!((node.place, node.key_place), (Place { line: 3, column: 55 }, Place { line: 3, column: 50 }));
        assert_eq!(outline.comments, [(Place { line: 1, column: 1 }, "// x")]);
    }

    #[test]
    fn a_repeated_key_is_the_same_text_however_it_is_written() {
        let outline = Outline::read("(m: {\"a\": 1, \"b\": 2, \"\\u{61}\": 3, r\"b\": 4}, r#m: 1)").unwrap();
        let keys: Vec<_> = outline.repeated.iter().map(|repeated| (repeated.key.as_str(), repeated.place.column)).collect();
        assert_eq!(keys, [("a", 22), ("b", 35), ("m", 45)]);
    }

    #[test]
    fn limits_are_kept() {
        assert!(matches!(Outline::read(&"[".repeat(100_000)), Err(Limit::TooDeep(Place { line: 1, column: 33 }))));
        assert!(matches!(Outline::read(&"x,".repeat(300_000)), Err(Limit::TooMany(_))));
    }

    #[test]
    fn nonsense_has_an_outline_too() {
        for source in ["", ")", "(", "#", "#![", "a b c", ": : :", "{a: }", "(,,,)", "(a: b: c)", "]{\"x\": \"", "Some(Some(1))"] {
            let outline = Outline::read(source).unwrap();
            outline.nodes().for_each(|node| drop((outline.path(node), outline.content(node))));
        }
    }
}
