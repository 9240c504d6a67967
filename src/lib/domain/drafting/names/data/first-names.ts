import { wordsOf } from './lists.ts';

/** Given names that are common somewhere in the world. */
export const FIRST_NAMES = wordsOf(`
Aaron Abbas Abby Abdel Abdul Abdallah Abdullah Abdulrahman Abdi Abe Abel Abigail Abraham Abu Ada Adam Adama Adele Adnan
Adolf Adrian Adriana Adrienne Agnes Ahmad Ahmed Ahmet Aidan Aileen Aisha Ajay Akbar Akira Alain Alan Alana Alastair
Albert Alberto Alec Alejandra Alejandro Aleksandr Aleksander Alessandro Alex Alexander Alexandra Alexandre Alexei Alexis
Alfonso Alfred Alfredo Ali Alice Alicia Alison Alistair Allan Allen Allison Allyson Alma Alvaro Alvin Alyssa Amal Amanda
Amar Amber Amelia Amin Amina Amir Amit Amos Amr Amy Ana Anastasia Anatoly Anders Andre André Andrea Andreas Andrei
Andres Andrés Andrew Andrey Andriy Andy Angel Angela Angelina Angelo Angus Anil Anita Anjali Ann Anna Annabel Anne Annette
Annie Anthony Antoine Anton Antonia Antonio António Antony Anwar April Archie Ari Ariel Arjun Armando Arnaud Arne Arnold
Arthur Artur Arturo Arun Asad Asha Ashley Ashraf Asif Asma Astrid Audrey August Augusto Aung Aurelien Austin Ava Avi
Axel Ayman Aziz Babak Barack Barbara Barney Barry Bart Bashar Basil Beatrice Beatriz Becky Ben Benedict Benito Benjamin
Benny Bernadette Bernard Bernardo Bernie Bert Bertrand Beth Bethany Betty Beverly Bilal Bill Billy Bjorn Björn Blair
Blake Bob Bobby Bonnie Boris Brad Bradley Brady Brandon Brenda Brendan Brent Brett Brian Bridget Britney Brittany
Brooke Bruce Bruno Bryan Bryce Byron Caitlin Caleb Callum Calvin Cameron Camila Camilla Camille Carl Carla Carlo Carlos
Carmen Carol Carole Carolina Caroline Carolyn Carrie Cary Casey Catalina Catherine Cathy Cecil Cecilia Celia Celine Cesar
César Chad Chaim Chandra Charlene Charles Charlie Charlotte Chelsea Chen Cheryl Chester Chiara Chloe Chris Christa
Christian Christiane Christina Christine Christoph Christophe Christopher Christy Chuck Cindy Claire Clara Clarence
Clark Claude Claudia Claudio Clayton Clement Cliff Clifford Clint Clinton Clive Clyde Cody Cole Colette Colin Colleen
Connor Conor Constance Corey Cornelia Cornelius Cory Courtney Craig Cristian Cristiano Cristina Crystal Curtis Cynthia
Cyril Cyrus Daisy Dale Damian Damien Damon Dan Dana Daniel Daniela Daniele Danielle Danny Dante Daphne Darius Darko
Darrell Darren Daryl Dave David Davide Dawn Dean Deb Debbie Deborah Debra Declan Deepak Deirdre Delia Denis Denise Dennis
Derek Desmond Diana Diane Dick Didier Diego Dieter Dimitri Dimitris Dina Dinesh Dirk Dmitri Dmitry Dolores Dominic
Dominik Dominique Don Donald Donna Dora Doreen Doris Dorothy Doug Douglas Duncan Dustin Dwayne Dwight Dylan Earl Ed Eddie
Edgar Edith Edmund Eduard Eduardo Edward Edwin Eileen Ekaterina Elaine Eleanor Elena Eli Elias Elif Elijah Elisa
Elisabeth Elise Eliza Elizabeth Ella Ellen Elliot Elliott Ellie Elmer Elon Elsa Elsie Elvis Emanuel Emil Emilia Emilio
Emily Emma Emmanuel Emre Enrico Enrique Enzo Eric Erica Erich Erik Erika Erin Ernest Ernesto Ernst Erwin Esteban Esther
Ethan Ethel Eugene Eugenia Eva Evan Evangeline Eve Evelyn Evgeny Evo Ewan Fabian Fabio Fadi Fahad Faisal Faith Farah Farid
Farouk Fatima Fatma Fay Federico Felicia Felicity Felipe Felix Ferdinand Fernanda Fernando Fidel Finn Fiona Flora
Florence Florian Floyd Frances Francesca Francesco Francis Francisco Franco François Francois Françoise Frank Frankie
Franklin Frans Franz Fred Freddie Frederic Frederick Fredrik Friedrich Fritz Gabriel Gabriela Gabriella Gabrielle Gail
Gareth Gary Gavin Gavrilo Gemma Gene Genevieve Geoff Geoffrey George Georges Georgia Georgina Gerald Geraldine Gerard
Gerardo Gerhard Germaine Gerry Gert Giacomo Gianni Gilbert Giles Gillian Gina Giorgio Giovanni Gita Giulia Giuseppe
Glen Glenda Glenn Gloria Gonzalo Gordon Grace Graeme Graham Grant Greg Gregg Gregor Gregory Greta Guido Guillaume
Guillermo Gunther Gus Gustav Gustavo Guy Gwen Habib Hadi Hakan Hakim Hal Haley Hamid Hamza Hanna Hannah Hans Hari Harold
Haroon Harriet Harris Harrison Harry Haruki Harvey Hasan Hashim Hassan Hayley Hazel Heather Hector Heidi Heinrich Heinz
Helen Helena Helene Helmut Henri Henrik Henry Herbert Herman Hermann Hilary Hilda Hillary Hiroshi Holly Hope Horace
Horst Hosni Howard Hubert Hugh Hugo Humphrey Husain Hussain Hussein Ian Ibrahim Ibrahima Ida Idris Ignacio Igor Ilham Ilya
Iman Imran Indira Ingrid Inna Ioannis Irene Irina Iris Isaac Isabel Isabella Isabelle Isaiah Ismail Israel Ivan Ivana Ivor
Ivy Jack Jackie Jackson Jacob Jacqueline Jacques Jaime Jake Jakob Jalal Jamal James Jamie Jan Jana Jane Janet Janice
Janine Jared Jasmine Jason Javad Javier Jay Jayden Jean Jeanette Jeanne Jeff Jefferson Jeffrey Jenna Jennie Jennifer
Jenny Jens Jeremiah Jeremy Jermaine Jerome Jerry Jesper Jess Jesse Jessica Jesus Jesús Jill Jim Jimmy Jin Jo Joachim Joan
Joanna Joanne João Joaquin Joaquín Jodie Joe Joel Joey Johan Johann Johanna Johannes John Johnny Jon Jonas Jonathan
Jonathon Joost Jordan Jordi Jorge Jos José Jose Josef Joseph Josephine Josh Joshua Josie Joyce Juan Juanita Judith Judy
Jules Julia Julian Juliana Julie Julien Juliet Julio Julius June Jung Jürgen Jurgen Justin Justine Kaitlyn Kamal Kamala
Karel Karen Karim Karin Karina Karl Karla Kasper Kate Katarina Katharina Katherine Kathleen Kathryn Kathy Katie Katja
Katrina Katy Kay Kayla Keir Keiko Keith Kelly Kelvin Ken Kenji Kenneth Kenny Kent Kerry Kevin Khaled Khalid Khalil Kim
Kimberly Kirk Kirsten Kjell Klaus Kofi Konrad Konstantin Kris Kristen Kristian Kristin Kristina Kristine Krzysztof Kumar
Kurt Kwame Kyle Kylie Lakshmi Lana Lance Lara Lars Larry László Laszlo Laura Laurel Lauren Laurence Laurent Laurie Lawrence
Leah Lech Lee Leigh Leila Lena Lennart Leo Leon Leonard Leonardo Leonid Leopold Leroy Leslie Lester Lewis Li Liam Lily Lina
Lincoln Linda Lindsay Lindsey Linus Lionel Lisa Liz Lloyd Logan Lois Lola Lorenzo Loretta Lorna Lorraine Lou Louis Louisa
Louise Luc Luca Lucas Lucia Lucie Lucy Ludwig Luigi Luis Luís Luiz Luka Lukas Luke Lydia Lyndon Lynn Lynne Mabel Maciej
Madeleine Madison Mae Magdalena Maggie Magnus Mahathir Mahmood Mahmoud Malala Malcolm Malik Manfred Manmohan Manolo Manuel
Manuela Mao Mara Marc Marcel Marcelo Marcia Marco Marcos Marcus Margaret Margarita Margot Maria María Mariam Marian
Mariana Marianne Marie Marilyn Marina Mario Marion Marissa Marius Marjorie Mark Marko Marlene Marlon Marta Martha Martin
Martina Martine Marty Martyn Marvin Mary Maryam Masha Massimo Masood Mateo Matilda Mats Matt Matteo Matthew Matthias
Matthieu Maud Maureen Maurice Mauricio Max Maxim Maxime Maximilian Maxine Maya Megan Mehdi Mehmet Melania Melanie
Melinda Melissa Melvin Mercedes Meredith Mervyn Mia Michael Michaela Michel Michele Michelle Mick Mickey Miguel Mihai Mike
Mikhail Mikael Milan Mildred Miles Milica Milos Miloš Milton Mina Miranda Miriam Mirko Misha Mitch Mitchell Mitt Mohamad
Mohamed Mohammad Mohammed Mohandas Mohsen Moises Molly Mona Monica Monique Monty Morgan Moritz Morris Moses Moshe Mostafa
Muammar Muhammad Muhammadu Mukesh Murad Muriel Musa Mustafa Myra Myron Nabil Nadia Nadine Nancy Naomi Narendra Naresh
Nasser Natalia Natalie Natasha Nathalie Nathan Nathaniel Ned Neha Neil Nell Nelson Nestor Neville Nicholas Nick Nicola
Nicolas Nicolás Nicole Nigel Nika Nikita Nikki Niklas Nikola Nikolai Nikolaj Nikolas Nils Nina Noah Noam Noel Nora Nouri
Norma Norman Nour Nuno Octavio Odette Olaf Oleg Oleksandr Olga Olive Oliver Olivia Olivier Omar Oprah Orlando Oscar Osama
Otto Owen Pablo Paddy Paige Palmer Pamela Paola Paolo Pascal Pat Patricia Patrice Patricio Patrick Patti Paul Paula
Paulette Paulina Pauline Paulo Pavel Pearl Pedro Peggy Penelope Penny Percy Pervez Pete Peter Petr Petra Petro Phil Philip
Philippa Philippe Phillip Phoebe Phyllis Pierre Pieter Piotr Polly Prakash Pranab Priya Priyanka Qasem Quentin Quincy
Rachel Radovan Rafael Rafiq Rafik Raheem Rahul Raj Rajesh Rajiv Ralph Ramesh Ramiro Ramon Ramón Ramzan Rana Randall Randy
Rania Raphael Rashid Ratko Raul Raúl Ravi Ray Raymond Rebecca Recep Reggie Reginald Reinhard Reinhold Rekha Renata Renato
René Rene Renee Reuben Rex Reza Rhys Ricardo Richard Rick Ricky Rita Riyad Rob Robbie Robert Roberta Roberto Robin Robyn
Rocco Rod Roderick Rodney Rodrigo Rodrigue Roger Rohan Roland Rolf Roman Romano Ron Ronald Ronan Ronnie Rory Rosa Rosalind
Rose Rosemary Rosie Ross Rowan Roxanne Roy Ruben Rubén Ruby Rudolf Rudy Rui Rupert Russ Russell Rusty Ruth Ryan Sabine
Sabrina Sadiq Saeb Saeed Sajid Salah Salim Sally Salma Salman Salvatore Sam Samantha Sameer Sami Samir Samira Sammy
Samuel Sandra Sandro Sandy Sanjay Santiago Sara Sarah Sasha Satoshi Saul Scarlett Scott Sean Sebastian Sébastien Selim
Selma Serena Serge Sergei Sergey Sergio Seth Seumas Severin Shah Shane Shannon Sharon Shaun Shawn Sheila Shelby Sheldon
Shelley Sheryl Shigeru Shinzo Shirley Shlomo Sibusiso Sidney Siegfried Sigmund Silvia Silvio Simon Simone Siobhan
Slobodan Sofia Solomon Sonia Sonja Sophia Sophie Spencer Stacey Stacy Stan Stanislav Stanislaw Stanley Stefan Stefano
Steffen Stella Stephan Stephane Stephanie Stephen Sterling Steve Steven Stewart Stuart Sue Sullivan Sultan Sunil Suresh
Susan Susana Susanna Susanne Susie Suzanne Sven Svetlana Sylvia Sylvie Tadeusz Takeshi Talal Tamara Tammy Tanya Tara Tareq
Tariq Tasha Tatiana Tatyana Tayyip Ted Teddy Teresa Terence Terrence Terri Terry Tess Thabo Thaksin Thelma Theo Theodor
Theodore Theresa Thérèse Thierry Thomas Thor Tiffany Tim Timo Timothy Tina Tobias Toby Todd Tom Tomas Tomás Tomasz Tommy
Toni Tony Torsten Tracey Tracy Travis Trevor Trish Tristan Troy Tyler Tyrone Uhuru Ulrich Umar Umberto Ursula Usain Usama
Uwe Vaclav Václav Valentina Valentin Valeria Valerie Vanessa Vera Verity Vernon Veronica Vicente Vicki Vicky Victor
Victoria Vijay Vikram Viktor Vince Vincent Vincenzo Viola Violet Virginia Vitali Vito Vivek Vivian Vivien Vladimir
Volodymyr Vyacheslav Waleed Walid Wallace Walter Wanda Warren Wayne Wendell Wendy Werner Wesley Whitney Wilbur Wilfred
Wilhelm Will Willem William Willie Willy Wilma Wilson Winifred Winston Wladyslaw Wolfgang Woodrow Xavier Xi Yana Yasir
Yasser Yasmin Yevgeny Yitzhak Yoko Yolanda Yoshihide Yoweri Yukio Yulia Yuri Yusuf Yves Yvette Yvonne Zac Zachary Zahra
Zainab Zara Zeynep Zhang Zinedine Zoe Zoltan Zoltán
`);
